/** Text to search in and by: without diacritics, in small letters, so that it is found however it is typed. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0111|\u0110/g, 'd')
    .toLowerCase()
    .trim();
