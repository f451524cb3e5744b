import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { Measure } from '#model/indicator.ts';
import { ratioGoal } from '#model/records/target.ts';
import { Bar } from '#ui/Bar.tsx';
import { useFormat } from '#ui/format.ts';
import type { Aimed } from '#features/aimed.ts';
import css from './TargetFigure.module.css';

type Sums = Record<Measure, number>;

/** What one person did of what the team did: nobody is given a target of their own. */
export const MyShare = ({ aimed, mine, team }: { aimed: readonly Aimed[]; mine: Sums; team: Sums }) => {
  const { t } = useTranslation('targets');
  const words = useWords();
  const format = useFormat();
  return (
    <ul>
      {aimed.map(({ goal }) => {
        // Of people asked, only how many: one person's satisfied ones say nothing of the team.
        const measure = goal === ratioGoal ? 'HAI_LONG_HOI' : goal;
        const [own, all] = [mine[measure] ?? 0, team[measure] ?? 0];
        const said = {
          what: words.measure(measure),
          own: format.number(own),
          all: format.number(all),
          unit: words.unit(measure),
        };
        return (
          <li key={goal} className={css.target}>
            <div className={css.head}>
              <b>{said.what}</b>
              <span className={css.figures}>
                <b>{said.own}</b> / {said.all}
              </span>
            </div>
            <Bar label={t('mineBar', said)} value={own} whole={all} />
            <p>{own === 0 ? t('mineNothing') : t('mineOf', said)}</p>
          </li>
        );
      })}
    </ul>
  );
};
