import { Lock, Plus, Target } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { targetIsPast, type Goal } from '#model/records/target.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Notice } from '#ui/Notice.tsx';
import { AddGoalSheet } from './AddGoalSheet.tsx';
import { AllocateSheet } from './AllocateSheet.tsx';
import { GoalCard } from './GoalCard.tsx';
import { goalsOf, goalTargets } from './target-rows.ts';
import type { Office } from './use-office.ts';
import css from './TargetBoard.module.css';

/** The targets of a month: what the own unit has to reach, what was handed out below, and how far each one is. */
export const TargetBoard = ({ office }: { office: Office }) => {
  const { t } = useTranslation('target-setting');
  const { period, units, own } = office;
  const [adding, setAdding] = useState(false);
  const [setting, setSetting] = useState<Goal>();
  const rows = office.targets.rows ?? [];
  // What a commune asks of its villages is no target of the province's own.
  const goals = goalsOf(
    rows,
    period,
    [own, ...units].map(({ id }) => id),
  );
  const frozen = targetIsPast(period, office.past);
  const of = (goal: Goal) => goalTargets(rows, { goal, period }, { own: own.id, units });
  return (
    <>
      {frozen ? (
        <Notice look="calm" icon={Lock} title={t('frozen')}>
          {t('frozenHint')}
        </Notice>
      ) : (
        <div className={css.ways}>
          <Button look="strong" icon={Plus} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
      )}
      {goals.length === 0 && <Empty icon={Target}>{t(frozen ? 'noneThen' : 'none')}</Empty>}
      <div className={css.goals}>
        {goals.map((goal) => (
          <GoalCard key={goal} office={office} targets={of(goal)} onSet={frozen ? undefined : () => setSetting(goal)} />
        ))}
      </div>
      <AddGoalSheet
        open={adding}
        taken={goals}
        off={office.me.settings.measuresOff}
        onChoose={(goal) => {
          setAdding(false);
          setSetting(goal);
        }}
        onClose={() => setAdding(false)}
      />
      {setting && (
        <AllocateSheet office={office} period={period} targets={of(setting)} onClose={() => setSetting(undefined)} />
      )}
    </>
  );
};
