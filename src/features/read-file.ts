/** More text than a plan of 500 tasks, or a table of all units of a province, has. */
const mostBytes = 2 * 1024 * 1024;

/** The text of a file somebody picked. Excel saves 'Unicode text' as UTF-16; anything that is no text says so. */
export const readText = async (
  file: File,
  most: number = mostBytes,
): Promise<{ kind: 'text'; text: string } | { kind: 'not-text' | 'too-large' }> => {
  if (file.size > most) return { kind: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { kind: 'not-text' } : { kind: 'text', text };
  } catch {
    return { kind: 'not-text' };
  }
};
