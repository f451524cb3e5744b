import { bareJpeg } from '#model/jpeg.ts';
import { photoLimits } from '#model/photo.ts';

export type Unusable = { kind: 'not-a-picture' } | { kind: 'too-large'; bytes: number };

const decoded = async (file: Blob): Promise<HTMLImageElement | undefined> => {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image.naturalWidth > 0 && image.naturalHeight > 0 ? image : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(image.src);
  }
};

/**
 * A picture as drawn anew on a canvas, upright, its long edge at most 1280 pixels. Of the file nothing else remains: not its
 * position, not its camera, not its name.
 */
export const shrink = async (file: Blob): Promise<HTMLCanvasElement | Unusable> => {
  if (file.size > photoLimits.bytesTaken) return { kind: 'too-large', bytes: file.size };
  const image = await decoded(file);
  if (!image) return { kind: 'not-a-picture' };
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(1, photoLimits.longEdge / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const paper = canvas.getContext('2d');
  if (!paper) return { kind: 'not-a-picture' };
  paper.imageSmoothingQuality = 'high';
  // What is transparent becomes paper, not night.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/** Half of what the province takes: minutes matter on a village's link. */
const enough = photoLimits.bytes / 2;
const qualities = [0.8, 0.65, 0.5, 0.35];

const blobOf = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

/** The picture as it is sent: a bare JPEG, in the best quality that is small enough. */
export const pictureOf = async (canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  let bare: Uint8Array<ArrayBuffer> | undefined;
  for (const quality of qualities) {
    const blob = await blobOf(canvas, quality);
    bare = blob ? bareJpeg(new Uint8Array(await blob.arrayBuffer())) : undefined;
    if (!bare || bare.length <= enough) return bare;
  }
  return bare;
};
