export type HandedOn = 'shared' | 'saved' | 'cancelled';

/** Into the downloads of this machine. */
export const saveFile = (file: File): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // Not at once: some browsers read it only when the person has chosen where to.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Gives a file away by whatever the phone shares with, or into its downloads. */
export const handOn = async (file: File, title: string): Promise<HandedOn> => {
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
      // The browser would not after all, as where the tap is too long ago: the file itself is left.
    }
  }
  saveFile(file);
  return 'saved';
};
