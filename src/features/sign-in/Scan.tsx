import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchForCodes, type ScanTrouble } from '#features/sign-in/camera.ts';
import { invitationIn } from '#features/sign-in/invitation.ts';
import { Sheet } from '#ui/Sheet.tsx';
import css from './Scan.module.css';

type Props = { open: boolean; onClose: () => void; onRead: (code: string) => void };

export const Scan = ({ open, onClose, onRead }: Props) => {
  const { t } = useTranslation('sign-in');
  return (
    <Sheet open={open} title={t('scanning.title')} onClose={onClose}>
      {open && <Finder onRead={onRead} />}
    </Sheet>
  );
};

const Finder = ({ onRead }: { onRead: (code: string) => void }) => {
  const { t } = useTranslation('sign-in');
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  const [trouble, setTrouble] = useState<ScanTrouble | 'notOurs'>();

  useEffect(() => {
    read.current = onRead;
  }, [onRead]);
  useEffect(() => {
    const left = new AbortController();
    const tell = (text: string) => {
      const code = invitationIn(text);
      if (code) read.current(code);
      else setTrouble('notOurs');
    };
    if (video.current) void watchForCodes(video.current, tell, left.signal).then((wrong) => wrong && setTrouble(wrong));
    return () => left.abort();
  }, []);

  return (
    <>
      <video ref={video} muted playsInline className={css.finder} />
      <output>{trouble ? t(`scanning.${trouble}`) : t('scanning.how')}</output>
    </>
  );
};
