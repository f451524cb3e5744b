/**
 * The measures of an official document: Decree 30/2020, first appendix. Lengths in twips (1 mm = 56.693), sizes of
 * letters in half points.
 */
export const paper = {
  width: 11906,
  height: 16838,
  margins: { top: 1134, bottom: 1134, left: 1701, right: 851, header: 567, footer: 567 },
} as const;
export const font = 'Times New Roman';

/** Between the margins. */
export const textWidth = paper.width - paper.margins.left - paper.margins.right;
export const wideTextWidth = paper.height - paper.margins.left - paper.margins.right;

/** The two columns at the head: who issues it, and the country. */
export const headColumns = [Math.round(textWidth * 0.4), textWidth - Math.round(textWidth * 0.4)] as const;

export const sizes = {
  nation: 26,
  motto: 28,
  issuer: 26,
  number: 26,
  dated: 28,
  kind: 28,
  about: 28,
  body: 28,
  signature: 28,
  recipientsHead: 24,
  recipients: 22,
  annex: 28,
  pageNumber: 28,
  table: 24,
  wideTable: 22,
} as const;

export const body = {
  /** 1,27 cm. */
  firstLine: 720,
  /** 6 pt between paragraphs. */
  gap: 120,
  /** Of 240 for single spacing. */
  line: 276,
} as const;

/** About how long a line of letters is, for the rules drawn under it, which are as long as it or a part of it. */
export const lengthOf = (text: string, halfPoints: number): number => {
  const isCapital = (letter: string) => letter !== letter.toLowerCase();
  const ems = [...text].reduce((sum, letter) => sum + (letter === ' ' ? 0.25 : isCapital(letter) ? 0.72 : 0.5), 0);
  return Math.round(ems * halfPoints * 10);
};
