import { useTranslation } from 'react-i18next';
import { comparedWith, type Choice } from '#features/analysis/choice.ts';
import { membersOf } from '#features/analysis/members.ts';
import { useColumns } from '#features/analysis/use-columns.tsx';
import { useMemberWords } from '#features/analysis/use-member-words.ts';
import { namesPage } from '#features/analysis/pages.ts';
import { usePivot } from '#features/analysis/use-pivot.ts';
import { DataTable } from '#features/DataTable.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import type { PeriodId } from '#model/period.ts';
import { readPivot } from '#model/pivot.ts';
import type { Pivot } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './Analysis.module.css';

type Props = { pivot: Pivot; choice: Choice; current: PeriodId };

/** The table as chosen, and below it what has to be known to read it. */
export const PivotTable = ({ pivot, choice, current }: Props) => {
  const { t } = useTranslation('analysis');
  const f = useFormat();
  const units = useUnitWords();
  const words = useMemberWords(choice.by, current);
  const reader = readPivot(pivot);
  const members = membersOf(pivot, choice);
  const above = usePivot(namesPage(pivot.unit, choice));
  const communesAbove = new Map(above.kind === 'shown' ? above.body.units.map((unit) => [unit.id, unit]) : []);
  const columns = useColumns({ communes: communesAbove, pivot, reader, members, choice, current });
  const { rows: axis, columns: across } = choice.layout;
  const laidOut = [axis, ...across];
  const communes = pivot.unit.level === 'province' && choice.level === 'below';
  const hidden = pivot.cells.some(({ total }) => total === null);
  const rounded = pivot.sums.some((sum) => sum.rounded);
  const lastSpan = pivot.periods.find(({ period }) => period === choice.last);
  const cut = comparedWith(choice) !== undefined && choice.last === current && lastSpan;
  const pinned = [
    !laidOut.includes('measure') && t('onlyMeasure', { measure: words.measure(choice.measures[0] ?? '') }),
    !laidOut.includes('period') && t('onlyPeriod', { period: words.period(choice.last) }),
  ];
  const notes = [
    ...pinned,
    hidden && t('hiddenHint'),
    rounded && t('roundedHint'),
    cut &&
      t('cutHint', {
        day: f.day(cut.last),
        periods: [...new Set([comparedWith(choice)!, ...members.period])].sort().map(words.period).join(', '),
      }),
    choice.by !== 'none' &&
      t(choice.by === 'vulnerable' ? 'vulnerableHint' : 'byHint', { part: t(`part.${choice.by}`) }),
    choice.by !== 'none' && choice.last === current && t('byWholeHint'),
  ].filter((note): note is string => typeof note === 'string');
  const leadsOn = !(pivot.unit.level === 'province' && choice.by === 'vulnerable') && pivot.cells.length > 0;
  const caption = t('caption', { unit: units.said(pivot.unit), part: t(`part.${choice.by}`) });
  return (
    <div className={css.main}>
      <DataTable
        key={laidOut.join()}
        name={`analysis.${laidOut.join('.')}`}
        caption={caption}
        columns={columns}
        rows={members[axis]}
        rowKey={(row) => row}
        {...(axis === 'unit' && {
          find: { label: t(communes ? 'findCommune' : 'findVillage') },
          usual: { column: 'name', down: false },
          foot: (rows: readonly string[]) => {
            const some = rows.filter((unit) => reader.teams(unit, choice.last).teamsReported > 0).length;
            return t(communes ? 'footCommunes' : 'footVillages', { count: some });
          },
        })}
        address="xep"
        file={`phan-tich-${choice.last}`}
        about={[t('asOf', { when: f.instant(pivot.at * 1000, pivot.at * 1000) }), t('contribution'), ...notes]}
        empty={t(axis === 'value' ? 'noValues' : 'noUnits')}
      />
      <ul className={css.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {leadsOn && <li className={css.onScreen}>{t(cut ? 'behindHintCut' : 'behindHint')}</li>}
      </ul>
    </div>
  );
};
