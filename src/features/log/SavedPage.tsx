import { CircleCheck, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import css from './SavedPage.module.css';

/** It is on disk, and said so: the one thing to know before walking on. */
export const SavedPage = ({ seq, onAnother }: { seq: number; onAnother: () => void }) => {
  const { t } = useTranslation('log');
  const format = useFormat();
  const announce = useAnnounce();
  const go = useNavigate();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    announce(t('saved'));
  }, [announce, t]);
  return (
    <div className={css.page}>
      <div className={css.words}>
        <CircleCheck aria-hidden size={56} />
        <h1 ref={title} tabIndex={-1}>
          {t('saved')}
        </h1>
        <p>{t('savedWords', { seq: format.number(seq) })}</p>
      </div>
      <div className={css.ways}>
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
