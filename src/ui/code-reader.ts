type Source = HTMLVideoElement | ImageBitmap;
type Detector = { detect(source: Source): Promise<{ rawValue: string }[]> };
type DetectorMaker = {
  new (options: { formats: ['qr_code'] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

declare global {
  interface Window {
    BarcodeDetector?: DetectorMaker;
  }
}

/** Reads the texts of the QR codes in a picture. */
export type CodeReader = (picture: Source) => Promise<string[]>;

/** Chrome on Android reads codes by itself; on some phones the name is there and nothing behind it. */
const ofTheBrowser = async (): Promise<DetectorMaker | undefined> => {
  const maker = window.BarcodeDetector;
  try {
    return (await maker?.getSupportedFormats())?.includes('qr_code') ? maker : undefined;
  } catch {
    return undefined;
  }
};

/** The browser's own reader where it has one, else ours, fetched now. Rejects where that is not on the phone. */
export const codeReader = async (): Promise<CodeReader> => {
  const Maker: DetectorMaker = (await ofTheBrowser()) ?? (await import('qr/decode.js')).BarcodeDetector;
  const detector = new Maker({ formats: ['qr_code'] });
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
};

/** The texts of the QR codes in a picture file; none where it shows none, or is no picture. */
export const codesInFile = async (file: Blob): Promise<string[]> => {
  const read = await codeReader();
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return [];
  }
  const texts = await read(picture);
  picture.close();
  return texts;
};
