import { useTranslation } from 'react-i18next';
import { answerIcons } from '#features/plans/AnswerCounts.tsx';
import { usePeople } from '#features/plans/use-people.ts';
import type { Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { useNow } from '#features/handbook.tsx';
import type { UnitAnswer } from '#model/task-answers.ts';
import type { Unit } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import css from './UnitGrid.module.css';

type Props = { me: Situation; answers: readonly UnitAnswer<Unit>[]; steps: number };

/** Every unit and what it answered: those without words side by side, the others with their reason and note. */
export const UnitGrid = ({ me, answers, steps }: Props) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const now = useNow();
  const units = useUnitWords();
  const person = usePeople(me);
  return (
    <ul className={css.grid}>
      {answers.map(({ unit, state, reason, note, stepsDone, said }) => {
        const Icon = answerIcons[state];
        const words = reason !== null || note !== '';
        return (
          <li key={unit.id} className={words ? `${css[state]} ${css.wide}` : css[state]}>
            <Icon aria-hidden size={16} />
            <span>
              {units.short(unit)}
              <span className="visually-hidden">: {t(`unitState.${state}`)}</span>
              {state === 'started' && steps > 0 && stepsDone.length > 0 && (
                <small> {t('stepsDone', { some: stepsDone.length, all: steps })}</small>
              )}
              {words && (
                <small className={css.said}>
                  {reason !== null && state === 'notDone' && `${t(`reason.${reason}`)}. `}
                  <span lang="vi">{note}</span>
                  {said && ` (${t('answeredBy', { name: person(said.by), when: f.instant(said.at * 1000, now) })})`}
                </small>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
