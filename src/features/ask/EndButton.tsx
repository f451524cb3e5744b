import { useCallback, useEffect, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '#ui/announce.tsx';
import css from './EndButton.module.css';

const heldFor = 2000;

/**
 * Ends when a finger rests on it for two seconds; a tap only tells how. A keyboard or a screen reader, which residents
 * do not bring, ends at once: nobody has to hold a key.
 */
export const EndButton = ({ onEnd }: { onEnd: () => void }) => {
  const { t } = useTranslation('ask');
  const announce = useAnnounce();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [held, setHeld] = useState(false);
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    setHeld(false);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hold = () => {
    setHeld(true);
    timer.current = setTimeout(onEnd, heldFor);
  };
  const click = (event: MouseEvent) => {
    stop();
    if (event.detail === 0) onEnd();
    else announce(t('endHint'));
  };
  return (
    <button
      type="button"
      className={held ? `${css.end} ${css.held}` : css.end}
      onPointerDown={hold}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={click}
    >
      <span>{t('end')}</span>
    </button>
  );
};
