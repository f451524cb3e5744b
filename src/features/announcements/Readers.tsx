import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import type { RecordsPage } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './Readers.module.css';

type Units = RecordsPage['units'];

/** How many teams have read it, and which have not. */
export const Readers = ({ read, notYet }: { read: Units; notYet: Units }) => {
  const { t } = useTranslation('announcements');
  const f = useFormat();
  const words = useUnitWords();
  const all = read.length + notYet.length;
  if (all === 0) return <p className={css.none}>{t('officer.readNone')}</p>;
  const names = (of: Units) => (of.length > 0 ? of.map(words.said).join(', ') : t('officer.nobody'));
  return (
    <details className={css.readers}>
      <summary>
        <b>{t('officer.read', { number: f.number(read.length), all: f.number(all) })}</b>
      </summary>
      <dl>
        <dt>{t('officer.notYet')}</dt>
        <dd>{names(notYet)}</dd>
        <dt>{t('officer.readers')}</dt>
        <dd>{names(read)}</dd>
      </dl>
    </details>
  );
};
