import { Camera, CircleCheck, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import type { Saved } from './use-saving.ts';
import css from './SavedPage.module.css';

type Props = {
  saved: Saved;
  /** The province wants photos of sessions. */
  photos: boolean;
  onAnother: () => void;
};

/** It is on disk, and said so: the one thing to know before walking on. */
export const SavedPage = ({ saved, photos, onAnother }: Props) => {
  const { t } = useTranslation('log');
  const format = useFormat();
  const go = useNavigate();
  const title = useRef<HTMLHeadingElement>(null);
  const live = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    title.current?.focus();
    // Filled after it is there: that is when readers speak it.
    if (live.current) live.current.textContent = t('saved');
  }, [t]);
  return (
    <div className={css.page}>
      <div className={css.words}>
        <CircleCheck aria-hidden size={56} />
        <h1 ref={title} tabIndex={-1}>
          {t('saved')}
        </h1>
        <p>{t('savedWords', { seq: format.number(saved.seq) })}</p>
      </div>
      <p ref={live} aria-live="polite" className="visually-hidden" />
      <div className={css.ways}>
        {photos && (
          <Button icon={Camera} onClick={() => void go(`/nhat-ky/${saved.entry}/anh`)}>
            {t('addPhoto')}
          </Button>
        )}
        <Button look="strong" icon={Plus} onClick={onAnother}>
          {t('another')}
        </Button>
        <Button look="primary" onClick={() => void go('/')}>
          {t('goToday')}
        </Button>
      </div>
    </div>
  );
};
