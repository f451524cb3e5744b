import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import { ratioGoal } from '#model/records/target.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import { doneOf, shownRatio } from '#features/aimed.ts';
import { ChooseSheet } from './ChooseSheet.tsx';
import type { GoalTargets, UnitTarget } from './target-rows.ts';
import { TwoNumbers } from './TwoNumbers.tsx';
import type { Office } from './use-office.ts';
import css from './GoalCard.module.css';

type Props = { office: Office; targets: GoalTargets; onSet: (() => void) | undefined };

/** One goal of the month: what was handed out, what the teams have contributed, unit by unit. */
export const GoalCard = ({ office, targets, onSet }: Props) => {
  const { t } = useTranslation('target-setting');
  const words = useWords();
  const units = useUnitWords();
  const format = useFormat();
  const [choosing, setChoosing] = useState<UnitTarget>();
  const { goal, own, below, given } = targets;
  const ratio = goal === ratioGoal;
  const number = (count: number | null | undefined) => {
    if (count === undefined || count === null) return '–';
    return ratio ? format.percent(count / 100) : format.number(count);
  };
  const what = words.measure(goal);
  const set = below.filter(({ value, disputed }) => value !== undefined || disputed);
  const nameOf = (unit: string) => {
    const found = [office.own, ...office.units].find(({ id }) => id === unit);
    return found ? units.short(found) : unit;
  };
  const row = (target: UnitTarget, name: string) => {
    const done = doneOf(goal, office.sumsOf(target.unit));
    const percent = !ratio && target.value && done !== null && format.percent(shownRatio((100 * done) / target.value));
    return (
      <tr key={target.unit}>
        <th scope="row">
          {name} {target.disputed && <TwoNumbers name={name} onOpen={() => setChoosing(target)} />}
          {target.unsettled && <RecordWhere where={whereInAll(target)} />}
        </th>
        <td>{number(target.value)}</td>
        <td>{number(done)}</td>
        <td className={target.value !== undefined && done !== null && done >= target.value ? css.met : undefined}>
          {percent ||
            (target.value !== undefined && done !== null && ratio ? t(done >= target.value ? 'met' : 'notMet') : '–')}
        </td>
      </tr>
    );
  };
  return (
    <Card as="section" aria-label={what} className={css.card}>
      <div className={css.top}>
        <div>
          <h2>{what}</h2>
          <p>
            {ratio
              ? t('forUnits', { count: set.length })
              : own.value === undefined
                ? t('given', { given: format.number(given), count: set.length })
                : t('givenOf', { given: format.number(given), own: format.number(own.value), count: set.length })}
          </p>
        </div>
        {onSet && (
          <Button onClick={onSet} aria-label={t('shareOutSaid', { what })}>
            {t('shareOut')}
          </Button>
        )}
      </div>
      {/* The region takes the focus so that arrow keys scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={css.region} tabIndex={0} aria-label={t('byUnit', { what })}>
        <table className={css.table}>
          <caption className="visually-hidden">{what}</caption>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('target')}</th>
              <th scope="col">{t('contribution')}</th>
              <th scope="col">{t('reached')}</th>
            </tr>
          </thead>
          <tbody>
            {(own.value !== undefined || own.disputed) && row(own, units.heading(office.own))}
            {set.map((target) => row(target, nameOf(target.unit)))}
          </tbody>
        </table>
      </section>
      {choosing && (
        <ChooseSheet
          office={office}
          target={choosing}
          what={what}
          name={nameOf(choosing.unit)}
          inWords={number}
          frozen={onSet === undefined}
          onClose={() => setChoosing(undefined)}
        />
      )}
    </Card>
  );
};
