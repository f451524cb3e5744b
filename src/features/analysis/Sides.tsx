import { useTranslation } from 'react-i18next';
import type { Choice } from '#features/analysis/choice.ts';
import { Compared } from '#features/analysis/Compared.tsx';
import { chartPage } from '#features/analysis/pages.ts';
import { Trend } from '#features/analysis/Trend.tsx';
import { useMemberWords } from '#features/analysis/use-member-words.ts';
import { usePivot } from '#features/analysis/use-pivot.ts';
import type { PeriodId } from '#model/period.ts';
import { readPivot } from '#model/pivot.ts';
import type { Unit } from '#model/unit.ts';
import css from './Analysis.module.css';

type Props = { own: Unit; choice: Choice; current: PeriodId; periods: readonly PeriodId[] };

/** Beside the table: the whole unit over half a year, and against what it was. */
export const Sides = ({ own, choice, current, periods }: Props) => {
  const { t } = useTranslation('analysis');
  const words = useMemberWords(choice.by, current);
  const whole = usePivot(chartPage(own.id, choice, 'whole'));
  const underWay = choice.last === current;
  const part = usePivot(underWay ? chartPage(own.id, choice, 'sameDay') : undefined);
  if (whole.kind !== 'shown') return null;
  const wholeReader = readPivot(whole.body);
  const partReader = part.kind === 'shown' ? readPivot(part.body) : undefined;
  const where = t(own.level === 'province' ? 'wholeProvince' : 'wholeCommune');
  return (
    <div className={css.aside}>
      <Trend
        measures={choice.measures}
        periods={periods}
        current={current}
        pivot={whole.body}
        whole={wholeReader}
        part={partReader}
        where={where}
        words={words}
      />
      {(partReader ?? !underWay) && (
        <Compared
          own={own}
          choice={choice}
          sameDay={underWay}
          reader={partReader ?? wholeReader}
          where={where}
          words={words}
        />
      )}
    </div>
  );
};
