import './whole-bytes.ts';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of a .docx or .xlsx, as text by their path in it. */
export const partsOf = async (file: Blob): Promise<Record<string, string>> => {
  return Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer()))).map(([path, part]) => [path, strFromU8(part)]),
  );
};

export const xmlOf = (text: string): Document => {
  const read = new DOMParser().parseFromString(text, 'application/xml');
  if (read.querySelector('parsererror')) throw new Error('A part of the file is no XML');
  return read;
};

/** Elements by their name with its prefix, as in 'w:tbl'. */
export const all = (of: Document | Element, name: string): Element[] => [...of.getElementsByTagName(name)];
export const attribute = (of: Element | undefined, name: string): string | null => of?.getAttribute(name) ?? null;
export const textIn = (of: Document | Element, name: string): string =>
  all(of, name)
    .map((one) => one.textContent)
    .join('');
