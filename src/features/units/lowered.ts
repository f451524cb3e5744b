/** What begins a heading, within a sentence. */
export const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
