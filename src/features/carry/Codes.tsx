import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodes } from '#features/carry/use-codes.ts';
import { useBright } from '#features/use-bright.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { QrPicture } from '#ui/QrPicture.tsx';
import css from './Codes.module.css';

const eachFor = 2500;
/** Beyond this a file is quicker than any patience. */
const tooMany = 8;
const mayMove = () => !window.matchMedia?.('(prefers-reduced-motion: reduce)').matches;

type Props = { texts: readonly string[]; name: string; of: 'picture' | 'receiptPicture'; children: ReactNode };

/** Bundles or a receipt as QR codes, one at a time: shown in turn, or stepped by hand. */
export const Codes = ({ texts, name, of, children }: Props) => {
  const { t } = useTranslation('carry');
  const [sparse, setSparse] = useState(false);
  const codes = useCodes(texts, sparse);
  const [at, setAt] = useState(0);
  const [moving, setMoving] = useState(mayMove);
  useBright();
  const n = codes?.length ?? 0;

  useEffect(() => {
    if (!moving || n < 2) return;
    const timer = setInterval(() => setAt((k) => (k + 1) % n), eachFor);
    return () => clearInterval(timer);
  }, [moving, n]);

  if (!codes || n === 0) return <div className={css.paper} aria-busy="true" />;
  const k = at % n;
  const step = (by: number) => {
    setMoving(false);
    setAt((k + by + n) % n);
  };
  return (
    <>
      <div className={css.paper}>
        <QrPicture text={codes[k]!} label={n > 1 ? t(`${of}Of`, { k: k + 1, n, name }) : t(of, { name })} />
        {n > 1 && (
          <div className={css.turns}>
            <IconButton label={t('previous')} icon={ChevronLeft} onClick={() => step(-1)} />
            <b>{t('turn', { k: k + 1, n })}</b>
            <IconButton label={t('next')} icon={ChevronRight} onClick={() => step(1)} />
            <IconButton
              label={t(moving ? 'pause' : 'play')}
              icon={moving ? Pause : Play}
              onClick={() => setMoving(!moving)}
            />
          </div>
        )}
        {children}
      </div>
      {n > tooMany && <p className={css.many}>{t('tooMany', { count: n })}</p>}
      <button type="button" className={css.split} onClick={() => setSparse(!sparse)}>
        {t(sparse ? 'denser' : 'sparser')}
      </button>
    </>
  );
};
