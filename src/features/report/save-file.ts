/** Puts a file into the downloads of this machine. */
export const saveFile = (content: Blob, name: string): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read it only when the person has chosen where to.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
