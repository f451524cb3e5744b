import { describe, expect, test } from 'vitest';
import { applyToRecord, writeOver, type EditableRecord, type RecordOperation } from '#model/record.ts';
import {
  cardOfName,
  guideCard,
  guideCardName,
  guideLimits,
  replacementIn,
  takenBackIn,
  unworded,
  writtenSince,
  type GuideText,
} from '#model/records/guide-card.ts';
import { writtenBy } from '../../support/official-writes.ts';

const text = (but: Partial<GuideText> = {}): GuideText => ({
  title: 'Mức 2 cho người từ 14 tuổi',
  summary: 'Làm ở Công an xã, sáng thứ Năm.',
  steps: ['Mang **thẻ căn cước**', 'Đến **Công an xã**'],
  notes: [],
  basis: 'Nghị định 69/2024/NĐ-CP',
  ...but,
});
const unitOf = { provinceOfficer: '42', communeOfficer: '18124' } as const;
const written = (
  set: Record<string, GuideText | null>,
  role: 'provinceOfficer' | 'communeOfficer' = 'provinceOfficer',
) =>
  writtenBy(role, guideCard, {
    record: guideCardName('muc-2', unitOf[role]),
    unit: unitOf[role],
    set,
  }).map(({ code, field }) => [code, field]);

describe('who words the guidance', () => {
  test('the province does, and may take its words back', () => {
    expect(written({ text: text() })).toEqual([]);
    expect(written({ text: null })).toEqual([]);
  });

  test('a commune does not', () => {
    expect(written({ text: text() }, 'communeOfficer')).toEqual([['for-province-only', 'text']]);
  });

  test('and not in the name of a commune either', () => {
    const write = { record: guideCardName('muc-2', '18124'), unit: '18124', set: { text: text() } };
    expect(writtenBy('provinceOfficer', guideCard, write).map(({ code }) => code)).toEqual(['for-province-only']);
  });
});

describe('what a card may say', () => {
  test('a number that could be a citizen’s stops it, wherever it stands', () => {
    expect(written({ text: text({ steps: ['Gọi 042085001234'] }) })).toEqual([['note-has-id-number', 'step.0']]);
    expect(written({ text: text({ notes: ['Số 042085001234'] }) })).toEqual([['note-has-id-number', 'note.0']]);
  });

  test.each<[string, Partial<GuideText>]>([
    ['no title', { title: ' ' }],
    ['no step', { steps: [] }],
    ['an empty step', { steps: [''] }],
    ['more steps than anybody listens to', { steps: Array.from({ length: guideLimits.steps + 1 }, () => 'Đến xã') }],
    ['no basis', { basis: '' }],
  ])('%s is no card', (_what, but) => {
    expect(written({ text: text(but) })).toEqual([['record-malformed', 'text']]);
  });
});

const write = (record: EditableRecord | undefined, device: number, seq: number, value: GuideText | null) => {
  const name = guideCardName('muc-2', '42');
  const body = writeOver(record, { type: 'guide-card', record: name, set: { text: value } });
  return { device, seq, at: 1_794_400_000 + seq, unit: '42', kind: 'record.write', body } satisfies RecordOperation;
};
const by = { by: 3, receivedAt: null };

describe('what stands in place of a card', () => {
  test('nothing, until the province writes', () => {
    expect(replacementIn(undefined)).toBeUndefined();
  });

  test('the latest writing, numbered after the app’s own, until it is taken back', () => {
    const first = applyToRecord(undefined, write(undefined, 21, 1, text()), by);
    expect(replacementIn(first)).toMatchObject({ version: 2, at: 1_794_400_001, text: text() });
    const second = applyToRecord(first, write(first, 21, 2, text({ title: 'Mức 2' })), by);
    expect(replacementIn(second)).toMatchObject({ version: 3, text: { title: 'Mức 2' }, lost: [] });
    const back = applyToRecord(second, write(second, 22, 1, null), by);
    expect(replacementIn(back)).toBeUndefined();
  });

  test('M2: two officers who did not know of each other: one whole wording counts, the other is kept beside it', () => {
    const one = applyToRecord(undefined, write(undefined, 21, 1, text({ title: 'Một' })), by);
    const both = applyToRecord(one, write(undefined, 22, 2, text({ title: 'Hai' })), by);
    expect(replacementIn(both)).toMatchObject({ text: { title: 'Hai' }, lost: [{ title: 'Một' }] });
  });
});

describe('what is not lost of a card', () => {
  test('words that were taken back can be had again, the last of them; words that stand are not among them', () => {
    const first = applyToRecord(undefined, write(undefined, 21, 1, text({ title: 'Một' })), by);
    const second = applyToRecord(first, write(first, 21, 2, text({ title: 'Hai' })), by);
    expect(takenBackIn(second)).toBeUndefined();
    const back = applyToRecord(second, write(second, 22, 3, null), by);
    expect(takenBackIn(back)).toMatchObject({ text: { title: 'Hai' }, at: 1_794_400_003 });
  });

  test('M2: an officer is told of what came after they began, and not of what they had before them', () => {
    const base = applyToRecord(unworded('muc-2', '42'), write(undefined, 21, 1, text({ title: 'Một' })), by);
    expect(writtenSince(base, base)).toEqual([]);
    const later = applyToRecord(base, write(base, 22, 2, text({ title: 'Hai' })), by);
    expect(writtenSince(later, base)).toMatchObject([{ value: { title: 'Hai' } }]);
    expect(writtenSince(later, unworded('muc-2', '42'))).toHaveLength(1);
    const mine = applyToRecord(later, write(base, 23, 3, text({ title: 'Ba' })), by);
    expect(replacementIn(mine)).toMatchObject({ text: { title: 'Ba' }, lost: [{ title: 'Hai' }] });
  });
});

test('a card’s name and the record’s lead to each other, and nothing else is a card', () => {
  expect(cardOfName(guideCardName('dvc-dang-ky-khai-sinh', '42'))).toBe('dvc-dang-ky-khai-sinh');
  expect(cardOfName('task:17-1')).toBe('');
});
