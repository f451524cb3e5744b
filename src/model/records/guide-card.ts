import * as v from 'valibot';
import { examineText, fault } from '#model/entry-rules.ts';
import type { Fault } from '#model/fault.ts';
import type { CardId } from '#model/guidance.ts';
import type { OperationName, RecordId } from '#model/operation.ts';
import { levelOfRole } from '#model/person.ts';
import { openVersions, standing, type EditableRecord, type Version } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { UnitId } from '#model/unit.ts';

/** What a card says. `**words**` are read with weight. */
export type GuideText = { title: string; summary: string; steps: string[]; notes: string[]; basis: string };

/** Short enough to be read aloud, and to stand on a phone held out to somebody. */
export const guideLimits = { title: 80, summary: 200, step: 240, steps: 10, note: 280, notes: 6, basis: 160 } as const;

const said = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));
const Text = v.strictObject({
  title: said(guideLimits.title),
  summary: said(guideLimits.summary),
  steps: v.pipe(v.array(said(guideLimits.step)), v.minLength(1), v.maxLength(guideLimits.steps)),
  notes: v.pipe(v.array(said(guideLimits.note)), v.maxLength(guideLimits.notes)),
  basis: said(guideLimits.basis),
});

const named = /^guide-card:([a-z0-9-]{1,64}):([0-9A-Za-z_-]{1,24})$/;

/** The name of what a province wrote in place of a card (rule I3): it is there without anybody making it. */
export const guideCardName = (card: CardId, province: UnitId): RecordId => `guide-card:${card}:${province}`;
export const cardOfName = (name: RecordId): CardId => named.exec(name)?.[1] ?? '';

/**
 * A card of the guidance as the province words it, in place of what the app brings or beside it. One field, 'text', the
 * whole card at once, so that two officers' wordings never mix; null gives the app's own words back. Only the province
 * writes it. Faults: 'for-province-only', and those of a text.
 */
export const guideCard: RecordDefinition = {
  type: 'guide-card',
  name: named,
  field: (name) => (name === 'text' ? v.nullable(Text) : undefined),
  examine: ({ set = {} }, { person, unit }) => {
    if (levelOfRole[person.role] !== 'province' || unit.level !== 'province')
      return [fault('for-province-only', 'text')];
    return examineGuideText(set['text'] as GuideText | null);
  },
};

/** What is wrong with a card's words: a number that could be a citizen's. Fields: 'title', 'summary', 'basis', 'step.0', 'note.0'. */
export const examineGuideText = (text: GuideText | null): Fault[] =>
  text === null
    ? []
    : [
        ...examineText(text.title, 'title', guideLimits.title),
        ...examineText(text.summary, 'summary', guideLimits.summary),
        ...text.steps.flatMap((step, at) => examineText(step, `step.${at}`, guideLimits.step)),
        ...text.notes.flatMap((note, at) => examineText(note, `note.${at}`, guideLimits.note)),
        ...examineText(text.basis, 'basis', guideLimits.basis),
      ];

/** A card as the province words it now: which writing of it that is, the app's own counted as the first, and since when (seconds). */
export type Replacement = { text: GuideText; version: number; at: number; lost: GuideText[] };

/** What stands in place of a card's own words; undefined where nothing does, or the province took it back. */
export const replacementIn = (record: EditableRecord | undefined): Replacement | undefined => {
  const now = standing(record, 'text');
  if (!now || !v.is(Text, now.value)) return undefined;
  const lost = now.lost.flatMap(({ value }) => (v.is(Text, value) ? [value] : []));
  return { text: now.value, version: 1 + (record?.fields['text'] ?? []).length, at: now.at, lost };
};

/** What the province once wrote in place of a card and took back, and since when (seconds); undefined where it did not. */
export const takenBackIn = (record: EditableRecord | undefined): { text: GuideText; at: number } | undefined => {
  const now = standing(record, 'text');
  if (!now || now.value !== null) return undefined;
  const texts = (record?.fields['text'] ?? []).flatMap(({ value }) => (v.is(Text, value) ? [value] : []));
  const text = texts[texts.length - 1];
  return text && { text, at: now.at };
};

/** A card into which the province wrote nothing yet. */
export const unworded = (card: CardId, province: UnitId): EditableRecord => ({
  id: guideCardName(card, province),
  type: guideCard.type,
  unit: province,
  fields: {},
  lists: {},
});

/** What was written into a card, and still stands, since somebody began with `base` before them. */
export const writtenSince = (record: EditableRecord | undefined, base: EditableRecord): Version[] => {
  const had = new Set<OperationName>((base.fields['text'] ?? []).map(({ op }) => op));
  const open = new Set(openVersions(record, 'text'));
  return (record?.fields['text'] ?? []).filter(({ op }) => open.has(op) && !had.has(op));
};
