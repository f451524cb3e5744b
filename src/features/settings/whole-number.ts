/** A whole number as somebody types it, from 1 up to `most`; undefined for anything else. */
export const wholeNumber = (text: string, most: number): number | undefined => {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
  return number >= 1 && number <= most ? number : undefined;
};
