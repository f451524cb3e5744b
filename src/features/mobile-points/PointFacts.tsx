import { CircleX, Clock, IdCard, MapPin, PencilLine, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import type { EditableRecord } from '#model/record.ts';
import { changesOf, mobilePointOf } from '#model/records/mobile-point.ts';
import { useFormat } from '#ui/format.ts';
import type { PointWords } from './point-words.ts';
import css from './PointFacts.module.css';

/** What, when and where, with what was changed since it was announced, or that it is cancelled. */
export const PointFacts = ({ record, words }: { record: EditableRecord; words: PointWords }) => {
  const { t } = useTranslation('mobile-points');
  const f = useFormat();
  const now = useNow();
  const point = mobilePointOf(record);
  const changes = changesOf(record);
  const latest = Math.max(...changes.map(({ at }) => at));
  return (
    <div className={point.cancelled ? `${css.facts} ${css.off}` : css.facts}>
      <h2>{words.what(point.what)}</h2>
      {point.cancelled && (
        <p className={css.cancelled}>
          <CircleX aria-hidden size={18} />
          <span>{t('cancelledWhy', { reason: point.cancelled.reason })}</span>
        </p>
      )}
      <p className={css.fact}>
        <Clock aria-hidden size={18} />
        <span>{words.hours(point.hours)}</span>
      </p>
      <p className={css.fact}>
        <MapPin aria-hidden size={18} />
        <span>{point.place}</span>
      </p>
      {point.capacity > 0 && (
        <p className={css.fact}>
          <Users aria-hidden size={18} />
          <span>{t('takes', { number: f.number(point.capacity) })}</span>
        </p>
      )}
      {point.bring && (
        <p className={css.fact}>
          <IdCard aria-hidden size={18} />
          <span>{t('bring', { what: point.bring })}</span>
        </p>
      )}
      {changes.length > 0 && (
        <div className={css.changes}>
          <p>
            <PencilLine aria-hidden size={16} />
            <b>{t('changedAt', { when: f.instant(latest * 1000, now) })}</b>
          </p>
          <ul>
            {changes.map(({ field, before }) => (
              <li key={field}>{t('was', { what: words.field(field), before: words.value(field, before) })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
