import { useCallback } from 'react';

type Props = { bytes: Uint8Array<ArrayBuffer>; alt: string; className?: string | undefined };

/** A picture out of the phone's own memory. */
export const Picture = ({ bytes, alt, className }: Props) => {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [bytes],
  );
  return <img ref={show} alt={alt} className={className} />;
};
