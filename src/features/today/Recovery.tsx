import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHands, useLive } from '#features/handbook.tsx';
import { askToSend } from '#store/link.ts';
import { recovery, seenRecovery } from '#store/recovery.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import css from './Recovery.module.css';

/** This phone held less than the province (rule T1): that it does, what has come back, of which days, and what to do. */
export const Recovery = () => {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { db, clock } = useHands();
  const known = useLive(recovery);
  if (!known) return null;
  const { missing, found, first, last, finished } = known;
  if (!finished)
    return (
      <Notice
        look="error"
        icon={History}
        title={t('holdsLess')}
        action={<Button onClick={() => void askToSend(db, clock)}>{t('readBackNow')}</Button>}
      >
        {t('holdsLessWhy', { count: missing, number: format.number(missing) })}
      </Notice>
    );
  const days = first && last && (first === last ? format.dayLong(first) : format.span(first, last));
  return (
    <Notice
      look={found > 0 ? 'onPhone' : 'error'}
      icon={History}
      title={found > 0 ? t('cameBack', { count: found, number: format.number(found) }) : t('nothingCameBack')}
      action={
        <span className={css.actions}>
          <Link to="/nhat-ky">{t('seeJournal')}</Link>
          <Button onClick={() => void seenRecovery(db)}>{t('seen')}</Button>
        </span>
      }
    >
      {days ? t('cameBackOf', { days }) : t('logAgain')}
    </Notice>
  );
};
