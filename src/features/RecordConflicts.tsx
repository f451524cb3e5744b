import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#features/handbook.tsx';
import { conflicts, standing, type EditableRecord, type FieldName, type Json } from '#model/record.ts';
import { useFormat } from '#ui/format.ts';
import { Card } from '#ui/Card.tsx';
import css from './RecordConflicts.module.css';

type Props = {
  record: EditableRecord;
  /** Writes the field again: what was chosen stands, and the flag is gone (rule M2). */
  keep: (field: FieldName, value: Json) => void;
  inWords: (field: FieldName, value: Json) => string;
  /** What the two wrote about, where a record has several things to write. */
  nameOfField?: (field: FieldName) => string;
  /** Who it was, when this device knows. */
  nameOf: (by: number) => string | undefined;
};

/** Fields that two people wrote without knowing of each other, side by side, until somebody says which is right. */
export const RecordConflicts = ({ record, keep, inWords, nameOfField, nameOf }: Props) => {
  const { t } = useTranslation('conflicts');
  const f = useFormat();
  const now = useNow();
  return conflicts(record).map((field) => {
    const stands = standing(record, field)!;
    const versions = [stands, ...stands.lost];
    return (
      <section key={field} className={css.conflict} aria-labelledby={`conflict-${record.id}-${field}`}>
        <h2 id={`conflict-${record.id}-${field}`}>
          <GitCompareArrows aria-hidden size={20} />
          {nameOfField ? t('titleOf', { what: nameOfField(field) }) : t('title')}
        </h2>
        <p className={css.about}>{t('about')}</p>
        <Card as="ul" className={css.versions}>
          {versions.map(({ op, value, at, by }, i) => (
            <li key={op} className={css.version}>
              <p>
                <b>{inWords(field, value)}</b>
                <small>
                  {[nameOf(by), f.instant(at * 1000, now), i === 0 && t('used')].filter(Boolean).join(' · ')}
                </small>
              </p>
              <button
                type="button"
                aria-label={t('keepSaid', { value: inWords(field, value) })}
                onClick={() => keep(field, value)}
              >
                {t('keep')}
              </button>
            </li>
          ))}
        </Card>
      </section>
    );
  });
};
