/** A sentence in which `**words**` have weight. */
export const Weighted = ({ text }: { text: string }) => (
  <>{text.split('**').map((piece, at) => (at % 2 === 1 ? <strong key={at}>{piece}</strong> : piece))}</>
);

export const withoutWeight = (text: string): string => text.replaceAll('**', '');
