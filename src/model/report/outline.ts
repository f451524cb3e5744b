import { reportWords } from '#model/report/words.ts';

/** A part of a report that is written by itself: 'II.6', or a section without numbered items: 'IV'. */
export type ItemKey = string;
/** `short`: its title in a list. `suggested`: what stands there until somebody writes something else; undefined where only a person can know. */
export type OutlineItem = { key: ItemKey; title: string; short: string; suggested?: string };
export type OutlineSection = { n: string; title: string; short: string; items: OutlineItem[] };

/** The sections of a monthly report: the usual shape of reports on Đề án 06; items II.2 to II.5 follow its utility groups. */
export const outline: readonly OutlineSection[] = reportWords.sections;

export const outlineItems: readonly OutlineItem[] = outline.flatMap(({ items }) => items);

/** What an officer wrote into a report. `texts` has only what was written; an empty one was emptied on purpose. */
export type ReportTexts = {
  texts: Readonly<Record<ItemKey, string | undefined>>;
  /** The name of the place in its date line, and of who signs; empty where nobody wrote it. */
  place?: string;
  signer?: string;
  /** Each line by itself: 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'. */
  signerTitle?: string;
  /** Each line by itself. */
  recipients?: string;
};

/** What stands in a part: written, suggested, or nothing. */
export const textOf = ({ key, suggested = '' }: OutlineItem, { texts }: Pick<ReportTexts, 'texts'>): string =>
  texts[key] ?? suggested;

export type PartState = 'suggested' | 'written' | 'missing';

export const stateOfItem = (item: OutlineItem, texts: Pick<ReportTexts, 'texts'>): PartState => {
  if (textOf(item, texts).trim() === '') return 'missing';
  return texts.texts[item.key] === undefined ? 'suggested' : 'written';
};
