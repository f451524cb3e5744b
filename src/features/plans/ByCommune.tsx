import { useTranslation } from 'react-i18next';
import { AnswerBar } from '#features/plans/AnswerBar.tsx';
import { useUnitsBelow } from '#features/plans/use-units-below.ts';
import type { Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Day } from '#model/day.ts';
import { countStates, type UnitAnswer } from '#model/task-answers.ts';
import type { Unit } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import css from './ByCommune.module.css';

/** What the villages of a province answered, commune by commune: those with the most left to do first. */
export const ByCommune = ({
  answers,
  me,
  today,
}: {
  answers: readonly UnitAnswer<Unit>[];
  me: Situation;
  today: Day;
}) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const words = useUnitWords();
  const communes = useUnitsBelow(me, today) ?? [];
  const rows = communes
    .map((commune) => {
      const own = answers.filter(({ unit }) => unit.parent === commune.id);
      return { commune, all: own.length, counts: countStates(own) };
    })
    .filter(({ all }) => all > 0)
    .sort((one, other) => one.counts.done / one.all - other.counts.done / other.all);
  return (
    <ul className={css.communes}>
      {rows.map(({ commune, all, counts }) => (
        <li key={commune.id}>
          <span>{words.short(commune)}</span>
          <small>{t('villagesDone', { done: f.number(counts.done), all: f.number(all) })}</small>
          <AnswerBar counts={counts} />
        </li>
      ))}
    </ul>
  );
};
