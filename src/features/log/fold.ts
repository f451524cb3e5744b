/** Text to search in and by: without diacritics, so that 'khai sinh', 'Khai Sinh' and 'khai sính' find the same. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0111|\u0110/g, 'd')
    .toLowerCase()
    .trim();
