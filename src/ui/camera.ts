import { codeReader, type CodeReader } from '#ui/code-reader.ts';

/** Where there is no camera to ask for, nothing is offered and nothing is downloaded. */
export const canScan = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function';

const eachLook = 200;
/** A dense code needs every pixel the camera has. */
const back = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };

export type ScanTrouble = 'denied' | 'noCamera';

const rest = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A camera that another app has just let go of is free a moment later. */
const untilFree = [500, 1000, 2000];

const backCamera = async (signal: AbortSignal): Promise<MediaStream> => {
  for (const wait of untilFree) {
    try {
      return await navigator.mediaDevices.getUserMedia({ video: back });
    } catch (error) {
      const busy = error instanceof DOMException && ['NotReadableError', 'AbortError'].includes(error.name);
      if (!busy || signal.aborted) throw error;
    }
    await rest(wait);
  }
  return navigator.mediaDevices.getUserMedia({ video: back });
};

/** A look that fails, at a frame not there yet or half drawn, saw nothing; the next one may. */
const look = async (read: CodeReader, video: HTMLVideoElement): Promise<string[]> => {
  try {
    return await read(video);
  } catch {
    return [];
  }
};

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
    const read = await codeReader();
    stream = await backCamera(signal);
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      for (const text of await look(read, video)) tell(text);
      await rest(eachLook);
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
