import { codeReader } from '#ui/code-reader.ts';

/** Where there is no camera to ask for, nothing is offered and nothing is downloaded. */
export const canScan = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function';

const eachLook = 200;
/** A dense code needs every pixel the camera has. */
const back = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };

export type ScanTrouble = 'denied' | 'noCamera';

/**
 * Shows the back camera in `video` and tells every text a QR code in sight holds, until the signal fires. Resolves with
 * what went wrong, or with nothing.
 */
export const watchForCodes = async (
  video: HTMLVideoElement,
  tell: (text: string) => void,
  signal: AbortSignal,
): Promise<ScanTrouble | undefined> => {
  let stream: MediaStream | undefined;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: back });
    const read = await codeReader();
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      for (const text of await read(video)) tell(text);
      await new Promise((resolve) => {
        setTimeout(resolve, eachLook);
      });
    }
    return undefined;
  } catch (error) {
    if (signal.aborted) return undefined;
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'noCamera';
  } finally {
    stream?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
};
