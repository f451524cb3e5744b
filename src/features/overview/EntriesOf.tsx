import { useTranslation } from 'react-i18next';
import { EntryBehind } from '#features/overview/EntryBehind.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { SumOfEntries } from '#features/overview/SumOfEntries.tsx';
import { useEntryPages } from '#features/overview/use-entry-pages.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { Unit } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';

type Props = { unit: Pick<Unit, 'id'>; period: PeriodId; measure?: Measure | undefined; now: number };

/** Entries, newest first; under a figure, those it is made of, and whether they add up to it. */
export const EntriesOf = ({ unit, period, measure, now }: Props) => {
  const { t } = useTranslation('overview');
  const { page, entries, people, units, whole, coming, more } = useEntryPages(unit.id, period, measure);
  if (page.kind !== 'shown') return <NothingToShow page={page} />;
  return (
    <>
      {measure && (
        <SumOfEntries
          unit={unit.id}
          period={period}
          measure={measure}
          entries={entries}
          whole={whole}
          asOf={page.body.asOf}
          now={now}
        />
      )}
      <Kept trouble={page.trouble} asOf={page.body.asOf} now={now} />
      {entries.length === 0 ? (
        <Empty>{t(measure ? 'noEntriesOfMeasure' : 'noEntries')}</Empty>
      ) : (
        <Card as="ul">
          {entries.map((entry) => (
            <EntryBehind
              key={entry.id}
              entry={entry}
              measure={measure}
              village={entry.unit === unit.id ? undefined : units.find(({ id }) => id === entry.unit)}
              people={people}
              now={now}
            />
          ))}
        </Card>
      )}
      {!whole && (
        <Button look="strong" disabled={coming} onClick={more}>
          {coming ? t('opening') : t('more')}
        </Button>
      )}
    </>
  );
};
