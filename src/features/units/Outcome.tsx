import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { addDays, type Day } from '#model/day.ts';
import type { Reorganisation } from '#model/reorganisation.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import type { ReorganisationAnswer } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Reorganise.module.css';

type Props = {
  command: Reorganisation;
  answer: ReorganisationAnswer;
  units: readonly Unit[];
  today: Day;
  busy: boolean;
  onAct: () => void;
  onBack: () => void;
};

const peopleShown = 30;

/** What a reorganisation will come to, said in words: nothing is done until somebody says so here. */
export const Outcome = ({ command, answer, units, today, busy, onAct, onBack }: Props) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const f = useFormat();
  const byId = new Map([...units, ...answer.makes].map((unit) => [unit.id, unit]));
  const called = (id: UnitId) => {
    const unit = byId.get(id);
    return unit ? words.said(unit) : id;
  };
  const roots = command.kind === 'merge' ? command.units.length : 1;
  const day = f.dayLong(answer.begins);
  const last = f.dayLong(addDays(answer.begins, -1));
  const follow = answer.ends.slice(roots);
  return (
    <section className={css.outcome} aria-labelledby="outcome">
      <h2 id="outcome">{t(answer.begins > today ? 'outcomeLater' : 'outcomeNow', { day })}</h2>
      <ul>
        {answer.ends.slice(0, roots).map(({ unit, into }) => (
          <li key={unit.id}>
            {t('outcomeEnds', { name: words.heading(unit), last, into: into.map(called).join(', ') })}
          </li>
        ))}
        {follow.length > 0 && (
          <li>
            {t('outcomeVillages', { count: follow.length })}
            <ul className={css.pairs}>
              {follow.map(({ unit, into }) => (
                <li key={unit.id}>
                  {t('outcomePair', { name: words.heading(unit), from: unit.id, to: into.join(', ') })}
                </li>
              ))}
            </ul>
          </li>
        )}
        <li>
          {t('outcomePeople', { count: answer.moves.length })}
          {answer.moves.length > 0 && (
            <ul className={css.pairs}>
              {answer.moves.slice(0, peopleShown).map(({ person, to }) => (
                <li key={person.id}>{t('outcomePerson', { name: person.name, to: called(to) })}</li>
              ))}
              {answer.moves.length > peopleShown && (
                <li>{t('outcomeMore', { count: answer.moves.length - peopleShown })}</li>
              )}
            </ul>
          )}
        </li>
        <li>{t('outcomeFigures', { last, day })}</li>
        <li>{answer.waiting > 0 ? t('outcomeWaiting', { count: answer.waiting, last }) : t('outcomeNoneWaiting')}</li>
      </ul>
      <div className={css.acts}>
        <Button look="danger" disabled={busy} onClick={onAct}>
          {busy ? t('busy') : t(answer.begins > today ? 'actLater' : 'actNow', { day })}
        </Button>
        <Button disabled={busy} onClick={onBack}>
          {t('backToForm')}
        </Button>
      </div>
    </section>
  );
};
