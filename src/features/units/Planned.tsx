import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { useWords } from '#features/words.ts';
import type { Unit } from '#model/unit.ts';
import type { UnitsPage } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { useChange } from './use-change.ts';
import css from './Manage.module.css';

type Props = { planned: UnitsPage['planned']; units: readonly Unit[]; of: Unit };

/** What is to become of the unit, or of those below it, on a day to come, with the way to call it off. */
export const Planned = ({ planned, units, of }: Props) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const refusals = useWords();
  const f = useFormat();
  const change = useChange();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const called = (id: string) => {
    const unit = byId.get(id);
    return unit ? words.said(unit) : id;
  };
  const shown = planned.filter(({ command }) => {
    const named = command.kind === 'merge' ? [...command.units, command.into] : [command.unit];
    return named.some((id) => id === of.id || (typeof id === 'string' && byId.get(id)?.parent === of.id));
  });
  if (shown.length === 0) return null;
  return (
    <section className={css.planned} aria-label={t('plannedTitle')}>
      {shown.map(({ number, begins, command, problem }) => {
        const day = f.dayLong(begins);
        const into = command.kind === 'merge' ? command.into : undefined;
        return (
          <div key={number}>
            <CalendarClock aria-hidden size={20} />
            <p>
              <b>{t('plannedOn', { day })}</b>{' '}
              {command.kind === 'merge'
                ? t('plannedMerge', {
                    units: command.units.map(called).join(', '),
                    into: typeof into === 'string' ? called(into) : words.said({ ...into!, demo: false }),
                  })
                : t('plannedSplit', {
                    unit: called(command.unit),
                    parts: command.parts.map((part) => words.said({ ...part, demo: false })).join(', '),
                  })}
              {problem && (
                <span role="alert" className={css.trouble}>
                  {t('plannedFailed')} {refusals.refusal(problem)}
                </span>
              )}
            </p>
            <Button
              disabled={change.busy}
              aria-label={t('callOffSaid', { day })}
              onClick={() =>
                void change.send(
                  (office) => office.callOff(number),
                  () => t('calledOff'),
                )
              }
            >
              {t('callOff')}
            </Button>
          </div>
        );
      })}
      {change.trouble && (
        <p role="alert" className={css.trouble}>
          {change.trouble}
        </p>
      )}
    </section>
  );
};
