/** A name at the head of a line: the first letter large, the rest as it is. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
