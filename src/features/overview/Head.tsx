import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '#features/overview/Crumbs.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import { spanOf, type PeriodId, type PeriodKind } from '#model/period.ts';
import type { Unit } from '#model/unit.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import { StateTag } from '#ui/StateTag.tsx';
import css from './Head.module.css';

type Props = {
  own: Unit;
  /** Undefined until it is known. */
  unit: Unit | undefined;
  period: PeriodId;
  kind: PeriodKind;
  closed: boolean;
  now: number;
  side?: ReactNode;
};

/** Which unit, which period, and which day it is. One's own unit is known: there the month stands first. */
export const Head = ({ own, unit, period, kind, closed, now, side }: Props) => {
  const { t } = useTranslation(['overview', 'states']);
  const f = useFormat();
  const words = useUnitWords();
  const month = t('overview:monthHeading', { month: f.month(period), year: period.slice(0, 4) });
  const isOwn = unit?.id === own.id;
  const heading = useArrival(unit && (isOwn ? month : words.heading(unit)));
  const { first, last } = spanOf(period, kind);
  const today = dayInVietnam(now);
  return (
    <header className={css.head}>
      <div className={css.words}>
        {!isOwn && <Crumbs own={own} unit={unit} period={period} />}
        <h1 tabIndex={-1} ref={heading}>
          {unit && !isOwn ? words.heading(unit) : month}
        </h1>
        <p>
          {isOwn && <span className={css.unit}>{words.heading(own)} · </span>}
          {t('overview:span', { span: f.span(first, last) })} ·{' '}
          {last < today ? t('overview:periodOver') : t('overview:todayIs', { day: f.weekday(today) })}
          {closed && (
            <span className={css.closed}>
              <StateTag state="closed">{t('states:closed')}</StateTag>
            </span>
          )}
        </p>
      </div>
      {side && <div className={css.side}>{side}</div>}
    </header>
  );
};
