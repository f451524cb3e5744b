import { carriedText, readCarried, type Carried } from '#protocol/bundle.ts';
import { joinParts, readPart, type QrPart } from '#protocol/qr-parts.ts';

/** What was found, and how far the pictures seen so far go of one that is not whole yet. */
export type Gathered = { carried: Carried[]; missing?: { have: number; of: number } };

/** Everything in texts that were scanned, pasted or read from files: whole ones, and those that pictures make together. */
export const gather = async (texts: readonly string[]): Promise<Gathered> => {
  const found = new Map(texts.flatMap(readCarried).map((carried) => [carriedText(carried), carried]));
  const groups = new Map<string, Map<number, QrPart>>();
  for (const part of texts.map(readPart)) {
    if (!part) continue;
    const group = groups.get(`${part.id}/${part.n}`) ?? new Map<number, QrPart>();
    groups.set(`${part.id}/${part.n}`, group.set(part.k, part));
  }
  let missing: Gathered['missing'];
  for (const parts of groups.values()) {
    const [whole, [first]] = [await joinParts([...parts.values()]), parts.values()];
    if (whole) found.set(carriedText(whole), whole);
    else if (first && parts.size > (missing?.have ?? 0)) missing = { have: parts.size, of: first.n };
  }
  return { carried: [...found.values()], ...(missing && { missing }) };
};
