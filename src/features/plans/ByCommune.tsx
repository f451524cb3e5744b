import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerBar } from '#features/plans/AnswerBar.tsx';
import { UnitGrid } from '#features/plans/UnitGrid.tsx';
import { useUnitsBelow } from '#features/plans/use-units-below.ts';
import type { Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import type { Day } from '#model/day.ts';
import { countStates, type UnitAnswer } from '#model/task-answers.ts';
import type { Unit } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import css from './ByCommune.module.css';

type Props = { answers: readonly UnitAnswer<Unit>[]; me: Situation; steps: number; today: Day };

/** What the villages of a province answered, commune by commune: those with the most left to do first. */
export const ByCommune = ({ answers, me, steps, today }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const words = useUnitWords();
  const id = useId();
  const [open, setOpen] = useState<string>();
  const communes = useUnitsBelow(me, today) ?? [];
  const rows = communes
    .map((commune) => {
      const own = answers.filter(({ unit }) => unit.parent === commune.id);
      return { commune, own, counts: countStates(own) };
    })
    .filter(({ own }) => own.length > 0)
    .sort((one, other) => one.counts.done / one.own.length - other.counts.done / other.own.length);
  return (
    <ul className={css.communes}>
      {rows.map(({ commune, own, counts }) => {
        const shown = open === commune.id;
        return (
          <li key={commune.id}>
            <button
              type="button"
              aria-expanded={shown}
              aria-controls={shown ? `${id}-${commune.id}` : undefined}
              onClick={() => setOpen(shown ? undefined : commune.id)}
            >
              <ChevronDown aria-hidden size={16} className={shown ? undefined : css.folded} />
              <span>{words.short(commune)}</span>{' '}
              <small>{t('villagesDone', { done: f.number(counts.done), all: f.number(own.length) })}</small>
            </button>
            <AnswerBar counts={counts} />
            {shown && (
              <div id={`${id}-${commune.id}`}>
                <UnitGrid me={me} answers={own} steps={steps} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
};
