import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { conflicts, standing, type EditableRecord, type FieldName, type Json } from '#model/record.ts';
import { useFormat } from '#ui/format.ts';
import { Card } from '#ui/Card.tsx';
import css from './Conflicts.module.css';

type Props = {
  record: EditableRecord;
  /** Writes the field again: what was chosen stands, and the flag is gone (rule M2). */
  keep: (field: FieldName, value: Json) => void;
  /** Words for fields that are plain text already. */
  name: (by: number) => string | undefined;
};

/** Fields that two people wrote without knowing of each other, side by side, until somebody says which is right. */
export const Conflicts = ({ record, keep, name }: Props) => {
  const { t } = useTranslation('obstacles');
  const f = useFormat();
  const now = useNow();
  const inWords = (field: FieldName, value: Json): string => {
    if (field === 'solved') return t(value === true ? 'conflict.solved_true' : 'conflict.solved_false');
    if (field === 'passed')
      return value && typeof value === 'object' && 'deadline' in value
        ? t('conflict.passed', { day: f.day(String(value['deadline'])) })
        : t('conflict.notPassed');
    return typeof value === 'number' ? f.number(value) : String(value ?? '');
  };
  return conflicts(record).map((field) => {
    const stands = standing(record, field)!;
    const versions = [stands, ...stands.lost];
    return (
      <section key={field} className={css.conflict} aria-labelledby={`conflict-${field}`}>
        <h2 id={`conflict-${field}`}>
          <GitCompareArrows aria-hidden size={20} />
          {t('conflict.title')}
        </h2>
        <p className={css.about}>{t('conflict.about')}</p>
        <Card as="ul">
          {versions.map(({ op, value, at, by }, i) => (
            <li key={op} className={css.version}>
              <p>
                <b>{inWords(field, value)}</b>
                <small>
                  {[name(by), f.instant(at * 1000, now), i === 0 && t('conflict.used')].filter(Boolean).join(' · ')}
                </small>
              </p>
              <button
                type="button"
                aria-label={t('conflict.keepSaid', { value: inWords(field, value) })}
                onClick={() => keep(field, value)}
              >
                {t('conflict.keep')}
              </button>
            </li>
          ))}
        </Card>
      </section>
    );
  });
};
