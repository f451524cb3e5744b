import type { Card } from '#features/guide/cards.ts';
import { withoutMarks } from '#features/without-marks.ts';
import type { EditableRecord } from '#model/record.ts';
import type { GuideText } from '#model/records/guide-card.ts';

/**
 * A card being worded: the text as typed, with what is empty still in it, and the card's wordings as they were when it
 * was begun. Whatever was written since was not before the officer's eyes, and is not replaced by them (rule M2).
 */
export type GuideDraft = { text: GuideText; base: EditableRecord | null };

export const emptyDraft: GuideDraft = {
  text: { title: '', summary: '', steps: [''], notes: [], basis: '' },
  base: null,
};

/** Starts from what the card says now. */
export const draftOfCard = ({ title, summary, steps, notes, basis }: Card, base: EditableRecord): GuideDraft => ({
  text: { title, summary, steps: [...steps], notes: [...notes], basis: basis.join('; ') },
  base,
});

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const said = (texts: readonly string[]) => texts.map(tidy).filter((text) => text !== '');

/** The card it would be if it were saved now. */
export const textOf = ({ text }: GuideDraft): GuideText => ({
  title: tidy(text.title),
  summary: tidy(text.summary),
  steps: said(text.steps),
  notes: said(text.notes),
  basis: tidy(text.basis),
});

const needed = ['title', 'summary', 'steps', 'basis'] as const;
export type Missing = (typeof needed)[number];

/** What is still missing, as fields. */
export const missingIn = (text: GuideText): Missing[] => needed.filter((field) => text[field].length === 0);

/** What a new card is called: by its title, and by a number where the title is taken. */
export const newCardId = (title: string, taken: readonly string[]): string => {
  const slug = withoutMarks(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48);
  const base = `tinh-${slug || 'bai'}`;
  let id = base;
  for (let number = 2; taken.includes(id); number += 1) id = `${base}-${number}`;
  return id;
};
