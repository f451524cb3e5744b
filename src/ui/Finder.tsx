import { useEffect, useRef } from 'react';
import { watchForCodes, type ScanTrouble } from '#ui/camera.ts';
import css from './Finder.module.css';

type Props = { onRead: (text: string) => void; onTrouble: (trouble: ScanTrouble) => void };

/** What the back camera sees; tells each code that comes into sight, as often as it is seen. */
export const Finder = ({ onRead, onTrouble }: Props) => {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onRead, onTrouble });
  useEffect(() => {
    told.current = { onRead, onTrouble };
  }, [onRead, onTrouble]);
  useEffect(() => {
    const left = new AbortController();
    if (!video.current) return;
    void watchForCodes(video.current, (text) => told.current.onRead(text), left.signal).then(
      (trouble) => trouble && told.current.onTrouble(trouble),
    );
    return () => left.abort();
  }, []);
  return <video ref={video} muted playsInline className={css.finder} />;
};
