import { describe, expect, test } from 'vitest';
import { applyToRecord, writeOver, type EditableRecord, type RecordOperation } from '#model/record.ts';
import {
  cardOfName,
  guideCard,
  guideCardName,
  guideLimits,
  replacementIn,
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
const written = (
  set: Record<string, GuideText | null>,
  role: 'provinceOfficer' | 'communeOfficer' = 'provinceOfficer',
) =>
  writtenBy(role, guideCard, {
    record: guideCardName('muc-2'),
    unit: role === 'provinceOfficer' ? '42' : '18124',
    set,
  }).map(({ code, field }) => [code, field]);

describe('who words the guidance', () => {
  test('the province does, and may take its words back', () => {
    expect(written({ text: text() })).toEqual([]);
    expect(written({ text: null })).toEqual([]);
  });

  test('a commune does not', () => {
    expect(written({ text: text() }, 'communeOfficer')).toEqual([['province-only', 'text']]);
  });

  test('and not in the name of a commune either', () => {
    const write = { record: guideCardName('muc-2'), unit: '18124', set: { text: text() } };
    expect(writtenBy('provinceOfficer', guideCard, write).map(({ code }) => code)).toEqual(['province-only']);
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
  const name = guideCardName('muc-2');
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

test('a card’s name and the record’s lead to each other, and nothing else is a card', () => {
  expect(cardOfName(guideCardName('dvc-dang-ky-khai-sinh'))).toBe('dvc-dang-ky-khai-sinh');
  expect(cardOfName('task:17-1')).toBe('');
});
