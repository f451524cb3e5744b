type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorMaker = new (options: { formats: string[] }) => Detector;

declare global {
  interface Window {
    BarcodeDetector?: DetectorMaker;
  }
}

/** Chrome on Android reads QR codes by itself; elsewhere the button is not offered, and nothing is downloaded for it. */
export const canScan = (): boolean => 'BarcodeDetector' in window && Boolean(navigator.mediaDevices);

const eachLook = 250;

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
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (!window.BarcodeDetector) return 'noCamera';
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      for (const code of await detector.detect(video)) tell(code.rawValue);
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
