import { NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PeriodPicker } from '#features/PeriodPicker.tsx';
import { useChosenPeriod } from '#features/chosen-period.ts';
import { useLive } from '#features/handbook.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { draftOfNewEntry, type EntryDraft } from '#model/draft.ts';
import { periodOf, spanOf } from '#model/period.ts';
import { maySaveEntries } from '#model/person.ts';
import type { EntryRow } from '#store/database.ts';
import { draft } from '#store/draft.ts';
import { entriesBetween } from '#store/journal.ts';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { TopBar } from '#ui/TopBar.tsx';
import { DayHeading } from './DayHeading.tsx';
import { DraftEntry } from './DraftEntry.tsx';
import { Entry } from './Entry.tsx';
import css from './Journal.module.css';

const Journal = () => {
  const { t } = useTranslation('journal');
  const situation = useSituation();
  return (
    <>
      <TopBar title={t('title')} />
      {situation && <Period situation={situation} />}
    </>
  );
};
export default Journal;

/** The entries of one period, day by day, the newest first. */
const Period = ({ situation }: { situation: Situation }) => {
  const { t } = useTranslation('journal');
  const words = useWords();
  const format = useFormat();
  const { today, current, period, choose } = useChosenPeriod(situation);
  const { first, last } = spanOf(period, situation.settings.periodKind);
  const rows = useLive((db) => entriesBetween(db, first, last), [first, last]);
  const begun = useLive(async (db) => (await draft<EntryDraft>(db, draftOfNewEntry))?.value ?? null);
  if (!rows || begun === undefined) return null;

  const shown = begun && periodOf(begun.date, situation.settings.periodKind) === period ? begun : null;
  const days = [...new Set([...(shown ? [shown.date] : []), ...rows.map(({ date }) => date)])].sort().reverse();
  const counted = rows.filter(({ entry }) => !entry.withdrawal).length;
  const name = period === current ? t('thisPeriod') : t('period', { month: words.period(period) });
  return (
    <>
      <div className={css.period}>
        <p>
          {t('head', { period: name, span: format.span(first, last) })},{' '}
          <b>{t('turns', { count: counted, number: format.number(counted) })}</b>
        </p>
        <PeriodPicker situation={situation} current={current} period={period} onPeriod={choose} />
      </div>
      <div className={css.days}>
        {days.length === 0 && (
          <Empty icon={NotebookPen} action={period === current && maySaveEntries(situation.person.role) && <LogNow />}>
            {period === current ? t('emptyNow') : t('emptyThen')}
          </Empty>
        )}
        {days.map((day) => (
          <section key={day}>
            <DayHeading day={day} today={today} />
            <Card as="ul">
              {shown?.date === day && <DraftEntry draft={shown} />}
              {entriesOf(rows, day).map((row) => (
                <Entry key={row.id} row={row} situation={situation} />
              ))}
            </Card>
          </section>
        ))}
      </div>
    </>
  );
};

const entriesOf = (rows: readonly EntryRow[], day: string) => rows.filter(({ date }) => date === day);

const LogNow = () => {
  const { t } = useTranslation('journal');
  return (
    <Link to="/ghi" className={css.way}>
      {t('logNow')}
    </Link>
  );
};
