import { describe, expect, test } from 'vitest';
import { ageIn } from '#features/guide/age.ts';
import { cardsOf, type ServiceSentences } from '#features/guide/cards.ts';
import { marked, searchCards } from '#features/guide/search.ts';
import { secondsToRead } from '#features/guide/seconds-to-read.ts';
import { withoutMarks } from '#features/without-marks.ts';
import { guideCardName, type GuideText } from '#model/records/guide-card.ts';
import words from '../../locales/vi/guidance.json' with { type: 'json' };
import { recordWith } from '../support/official-writes.ts';

const say: ServiceSentences = {
  bring: (what) => `Mang theo: ${what}`,
  where: (place) => `Làm ở: ${place}`,
  online: 'Làm trên mạng',
  ask: 'Hỏi trước khi đi',
};
const cards = cardsOf(words, say, []);
const found = (query: string) => searchCards(cards, query).cards.map(({ id }) => id);

describe('what a team member types in a hurry finds the card', () => {
  test.each([
    ['muc 2 tre em', 'muc-2-tre-em'],
    ['10 tuoi', 'muc-2-tre-em'],
    ['be muoi tuoi', 'muc-2-tre-em'],
    ['bé mười tuổi làm mức 2', 'muc-2-tre-em'],
    ['lam muc 2 cho chau 10 tuoi', 'muc-2-tre-em'],
    ['chau 8', 'muc-2-tre-em'],
    ['muoi ba tuoi', 'muc-2-tre-em'],
    ['con toi 10 tuoi lam dinh danh', 'muc-2-tre-em'],
    ['con toi muoi tuoi', 'muc-2-tre-em'],
    ['con gai toi muoi tuoi lam muc hai', 'muc-2-tre-em'],
    ['be 10t muc 2', 'muc-2-tre-em'],
    ['dk muc 2 cho be', 'muc-2-tre-em'],
    ['mức độ hai cho trẻ em', 'muc-2-tre-em'],
    ['dinh danh cho tre em', 'muc-2-tre-em'],
    ['vneid cho con', 'muc-2-tre-em'],
    ['chau hoc lop 5', 'muc-2-tre-em'],
    ['muc 2 cho be 10 tuoi o dau', 'muc-2-tre-em'],
    ['tu 6 den 13 tuoi', 'muc-2-tre-em'],
    ['muoi bon tuoi', 'muc-2'],
    ['chua co dien thoai', 'khong-lam-thay'],
    ['đăng kí thường trú', 'dvc-dang-ky-thuong-tru'],
    ['con dau', 'dvc-con-dau-moi'],
    ['so do o dau', 'dvc-bien-dong-dat-dai'],
    ['ba bay muoi tuoi', 'muc-2'],
    ['be 3 tuoi', 'tre-duoi-6'],
    ['tu lam muc 1', 'muc-1'],
    ['chua co the', 'chua-co-the'],
    ['kich hoat', 'kich-hoat'],
    ['quen mat khau', 'kich-hoat'],
    ['lua dao', 'lua-dao'],
    ['otp', 'lua-dao'],
    ['cmnd het han', 'giay-to'],
    ['ch play', 'tai-ve'],
    ['doc loa', 'loa-60-giay'],
    ['khai sinh', 'dvc-dang-ky-khai-sinh'],
    ['ho khau', 'dvc-dang-ky-thuong-tru'],
    ['bang lai', 'dvc-giay-phep-lai-xe'],
    ['so do', 'dvc-bien-dong-dat-dai'],
  ])('“%s”', (query, card) => {
    expect(found(query)[0]).toBe(card);
  });

  test('“can cuoc” finds “căn cước”, with and without marks the same', () => {
    expect(found('can cuoc')).toEqual(found('Căn cước'));
    expect(found('can cuoc')).toContain('giay-to');
  });

  test('every card is found by its own title typed without marks', () => {
    for (const { id, title } of cards) expect(found(withoutMarks(title))).toContain(id);
  });

  test('“muc 2” is not any card that speaks of a level and has a 2 somewhere', () => {
    const { cards: all, whole } = searchCards(cards, 'muc 2');
    expect(whole).toBe(true);
    for (const card of all)
      expect(withoutMarks([card.title, card.words, card.summary, ...card.steps, ...card.notes].join(' '))).toMatch(
        /\bmuc (do )?2|muc\** 2/,
      );
  });

  test('where no card has it all, the nearest are shown, and said to be such', () => {
    const near = searchCards(cards, 'lam the can cuoc cho con trau');
    expect(near.whole).toBe(false);
    expect(near.cards.length).toBeGreaterThan(0);
    expect(searchCards(cards, 'xyzzy').cards).toEqual([]);
  });

  test('nothing typed leaves all 43 in their order', () => {
    expect(found('  ')).toEqual(cards.map(({ id }) => id));
    expect(cards).toHaveLength(43);
  });
});

describe('an age in words or digits', () => {
  test.each<[string, number | undefined]>([
    ['be 10 tuoi', 10],
    ['muoi tuoi', 10],
    ['muoi lam tuoi', 15],
    ['hai muoi mot tuoi', 21],
    ['sau tuoi', 6],
    ['duoi sau tuoi', 5],
    ['10t', 10],
    ['ten years old', 10],
    ['chau 7', 7],
    ['a 10 year old', 10],
    ['lam muc 2', undefined],
    ['tuoi tac', undefined],
  ])('%s: %s', (query, age) => {
    expect(ageIn(query.split(' '))?.age).toBe(age);
  });
});

describe('what was asked for stands out', () => {
  const hits = (text: string, query: string) =>
    marked(text, searchCards(cards, query).phrases)
      .filter(({ hit }) => hit)
      .map((piece) => piece.text);

  test('as it is written, with its marks, and neighbours together', () => {
    expect(hits('Mức 2 cho bé từ 6 đến dưới 14 tuổi', 'muc 2')).toEqual(['Mức 2']);
    expect(hits('Chưa có thẻ căn cước', 'the can')).toEqual(['thẻ căn']);
    expect(hits('Đăng ký thường trú', 'dang ky')).toEqual(['Đăng ký']);
  });

  test('and nothing of the text is lost by marking it', () => {
    for (const { title, summary } of cards)
      for (const text of [title, summary])
        expect(
          marked(text, [['can'], ['muc', '2'], ['lam']])
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
  });
});

describe('the province’s words', () => {
  const text: GuideText = {
    title: 'Mức 2: lịch mới của tỉnh',
    summary: 'Làm sáng thứ Năm.',
    steps: ['Đến **Công an xã** sáng thứ Năm'],
    notes: [],
    basis: 'Công văn của tỉnh',
  };
  const told = (card: string, value: GuideText | null) =>
    recordWith('guide-card', guideCardName(card, '42'), '42', { text: value });

  test('stand in place of the card’s, and say which version they are and since when', () => {
    const card = cardsOf(words, say, [told('muc-2', text)]).find(({ id }) => id === 'muc-2')!;
    expect(card).toMatchObject({ title: text.title, big: text.title, steps: text.steps, basis: [text.basis] });
    expect(card.replaced).toEqual({
      version: 2,
      at: 1_794_400_000,
      basisBefore: ['Nghị định 69/2024/NĐ-CP'],
    });
    expect(card.group).toBe('account');
    expect(card.ages).toEqual([14, 120]);
  });

  test('taken back, the card’s own are there again', () => {
    expect(cardsOf(words, say, [told('muc-2', null)])).toEqual(cards);
  });

  test('a card of the province’s own comes last, and is found', () => {
    const more = cardsOf(words, say, [told('tinh-lich-moi', text)]);
    expect(more).toHaveLength(cards.length + 1);
    expect(more[more.length - 1]).toMatchObject({ id: 'tinh-lich-moi', group: 'own', title: text.title });
    expect(searchCards(more, 'lich moi cua tinh').cards[0]?.id).toBe('tinh-lich-moi');
  });
});

test('the loudspeaker’s words last a minute', () => {
  expect(secondsToRead(words.cards['loa-60-giay'].steps)).toBe(60);
});
