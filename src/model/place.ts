/** Kinds of place. A kind, never an address. */
export const places = [
  'nha-van-hoa',
  'tai-nha',
  'diem-luu-dong',
  'cong-an-xa',
  'mot-cua',
  'truong-hoc',
  'noi-dong-nguoi',
  'truc-tuyen',
] as const;
export type Place = (typeof places)[number];

/** How residents were reached: slides 17–18 of Kế hoạch 51/KH-UBND, and public practice for the last. */
export const channels = [
  'chi-bo',
  'to-dan-pho',
  'doan-hoi',
  'tan-nha',
  'luu-dong',
  'phat-thanh',
  'mang-xa-hoi',
  'mot-cua',
] as const;
export type Channel = (typeof channels)[number];

/** Level 2 is captured by the police, at their office or at a mobile point, and nowhere else (Nghị định 69/2024). */
export const placesOfLevel2: readonly string[] = ['cong-an-xa', 'diem-luu-dong'];

/** What the form proposes for a place until the person chooses otherwise. */
export const usualChannel: Record<Place, Channel> = {
  'nha-van-hoa': 'to-dan-pho',
  'tai-nha': 'tan-nha',
  'diem-luu-dong': 'luu-dong',
  'cong-an-xa': 'luu-dong',
  'mot-cua': 'mot-cua',
  'truong-hoc': 'doan-hoi',
  'noi-dong-nguoi': 'to-dan-pho',
  'truc-tuyen': 'mang-xa-hoi',
};
