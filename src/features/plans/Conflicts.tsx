import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '#features/plans/use-people.ts';
import type { Situation } from '#features/situation.ts';
import { useNow } from '#features/handbook.tsx';
import { conflicts, standing, type EditableRecord, type FieldName, type Json } from '#model/record.ts';
import { useFormat } from '#ui/format.ts';
import css from './Conflicts.module.css';

type Props = {
  me: Situation;
  record: EditableRecord;
  /** A value of a field in words. */
  words: (field: FieldName, value: Json) => string;
  /** Absent where the person may only read. */
  onKeep?: (field: FieldName, value: Json) => void;
};

const named = [
  'status',
  'owner',
  'deadline',
  'coordinating',
  'text',
  'group',
  'code',
  'title',
  'units',
  'steps',
  'done',
  'reason',
  'note',
  'cancelled',
] as const;
const isNamed = (field: string): field is (typeof named)[number] => (named as readonly string[]).includes(field);

/** What two people wrote without knowing of each other, side by side, until a person says which shall stand (rule M2). */
export const Conflicts = ({ me, record, words, onKeep }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const now = useNow();
  const person = usePeople(me);
  const nameOf = (field: FieldName) =>
    field.startsWith('note.')
      ? t('conflictField.monthNote', { month: f.month(field.slice('note.'.length)) })
      : t(`conflictField.${isNamed(field) ? field : 'other'}`);
  return conflicts(record).map((field) => {
    const stands = standing(record, field);
    if (!stands) return null;
    const title = t('conflict', { field: nameOf(field) });
    return (
      <section key={field} className={css.conflict} aria-label={title}>
        <p className={css.title}>
          <GitCompareArrows aria-hidden size={20} />
          <b>{title}</b>
        </p>
        <p className={css.about}>{t('conflictAbout')}</p>
        <ul className={css.versions}>
          {[stands, ...stands.lost].map((version, i) => (
            <li key={version.op}>
              <p className={css.value}>{words(field, version.value)}</p>
              <p className={css.by}>
                {t('versionBy', { name: person(version.by), when: f.instant(version.at * 1000, now) })}
                {i === 0 && ` · ${t('standsNow')}`}
              </p>
              {onKeep && (
                <button
                  type="button"
                  aria-label={t('keepSaid', { value: words(field, version.value) })}
                  onClick={() => onKeep(field, version.value)}
                >
                  {t('keep')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
};
