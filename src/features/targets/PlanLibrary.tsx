import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  metricFor,
  planGroups,
  planPeriodOf,
  plans,
  planTargets,
  type Plan,
  type PlanTarget,
} from '#model/plan-target.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { targetIsPast } from '#model/records/target.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Choices } from '#ui/Choices.tsx';
import { useFormat } from '#ui/format.ts';
import { AllocateSheet } from './AllocateSheet.tsx';
import { ChooseSheet } from './ChooseSheet.tsx';
import { proposedFor } from './proposed.ts';
import { goalTargets, type UnitTarget } from './target-rows.ts';
import { TwoNumbers } from './TwoNumbers.tsx';
import type { Office } from './use-office.ts';
import css from './PlanLibrary.module.css';

/** What the plans of 2022 want, in their own words, to set one of their numbers and share it out. */
export const PlanLibrary = ({ office }: { office: Office }) => {
  const { t } = useTranslation(['target-setting', 'targets']);
  const [plan, setPlan] = useState<Plan>('national');
  const [all, setAll] = useState<readonly PlanTarget[]>([]);
  const [setting, setSetting] = useState<PlanTarget>();
  const [running, setRunning] = useState(false);
  useEffect(() => {
    let gone = false;
    void planTargets(plan).then((read) => !gone && setAll(read));
    return () => {
      gone = true;
    };
  }, [plan]);
  const targetsOf = (item: PlanTarget) =>
    goalTargets(
      office.targets.rows ?? [],
      { goal: item.id, period: planPeriodOf(item) },
      { own: office.own.id, units: office.units },
    );
  const metric = setting && metricFor(setting, office.own.level);
  const proposed = setting && proposedFor(setting, office.own.level);
  const shown = all.filter((item) => !running || !targetIsPast(planPeriodOf(item), office.past));
  return (
    <div className={css.library}>
      <Choices<Plan>
        legend={t('target-setting:plan')}
        name="plan"
        value={plan}
        options={plans.map((value) => ({ value, label: t(`targets:plan.${value}`) }))}
        onChange={setPlan}
      />
      <div className={css.groups}>
        <div className={css.top}>
          <p className={css.count} aria-live="polite">
            {t('target-setting:planCount', { count: shown.length })}
          </p>
          <label className={css.running}>
            <input type="checkbox" checked={running} onChange={(event) => setRunning(event.target.checked)} />
            {t('target-setting:runningOnly')}
          </label>
        </div>
        {planGroups.map((group) => {
          const items = shown.filter((item) => item.group === group);
          return items.length === 0 ? null : (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`} className={css.group}>
                {group}. {t(`target-setting:group.${group}`)}
              </h2>
              <Card as="ul">
                {items.map((item) => (
                  <Item key={item.id} item={item} office={office} onSet={() => setSetting(item)} />
                ))}
              </Card>
            </section>
          );
        })}
      </div>
      {setting && (
        <AllocateSheet
          office={office}
          period={planPeriodOf(setting)}
          targets={targetsOf(setting)}
          title={setting.code}
          percent={metric?.unit === 'percent'}
          {...(proposed !== undefined && { proposed })}
          onClose={() => setSetting(undefined)}
        />
      )}
    </div>
  );
};

const Item = ({ item, office, onSet }: { item: PlanTarget; office: Office; onSet: () => void }) => {
  const { t } = useTranslation(['target-setting', 'targets']);
  const format = useFormat();
  const units = useUnitWords();
  const [choosing, setChoosing] = useState<UnitTarget>();
  const { own, below, given } = goalTargets(
    office.targets.rows ?? [],
    { goal: item.id, period: planPeriodOf(item) },
    { own: office.own.id, units: office.units },
  );
  const metric = metricFor(item, office.own.level);
  const past = targetIsPast(planPeriodOf(item), office.past);
  const nameOf = (unit: string) => {
    const found = [office.own, ...office.units].find(({ id }) => id === unit);
    return found ? units.short(found) : unit;
  };
  const amount = (value: number) => t(`targets:amount.${metric?.unit ?? 'percent'}`, { value: format.number(value) });
  return (
    <li className={css.item}>
      <p className={css.code}>
        <b>{item.code}</b>{' '}
        {t(
          item.to === null
            ? 'target-setting:from'
            : item.from === item.to
              ? 'target-setting:year'
              : 'target-setting:years',
          { from: item.from, to: item.to ?? '' },
        )}
        {metric && ` · ${t(`target-setting:op.${metric.op}`, { amount: amount(metric.value) })}`}
      </p>
      <p lang="vi">{item.text}</p>
      {own.value !== undefined && (
        <p className={css.set}>
          {metric?.unit === 'percent'
            ? t('target-setting:ownSet', { own: amount(own.value) })
            : t('target-setting:planGiven', { own: amount(own.value), given: format.number(given) })}
        </p>
      )}
      {[own, ...below]
        .filter(({ disputed }) => disputed)
        .map((one) => (
          <div key={one.unit}>
            {nameOf(one.unit)} <TwoNumbers name={nameOf(one.unit)} onOpen={() => setChoosing(one)} />
          </div>
        ))}
      {choosing && (
        <ChooseSheet
          office={office}
          target={choosing}
          what={item.code}
          name={nameOf(choosing.unit)}
          inWords={amount}
          frozen={past}
          onClose={() => setChoosing(undefined)}
        />
      )}
      {metric && past && <p className={css.code}>{t('target-setting:planPast')}</p>}
      {metric && !past && office.units.length > 0 && (
        <div>
          <Button onClick={onSet} aria-label={t('target-setting:shareOutSaid', { what: item.code })}>
            {t('target-setting:shareOut')}
          </Button>
        </div>
      )}
    </li>
  );
};
