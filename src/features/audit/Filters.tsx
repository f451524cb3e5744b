import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { useChoice } from '#features/audit/use-choice.ts';
import { UnitFilter } from '#features/audit/UnitFilter.tsx';
import type { Unit, UnitId } from '#model/unit.ts';
import type { AuditPage } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import css from './Audit.module.css';

type Props = {
  own: UnitId;
  choosing: ReturnType<typeof useChoice>;
  people: AuditPage['people'];
  tree: readonly Unit[];
};

/** Of which unit, by whom, what, and when. */
export const Filters = ({ own, choosing, people, tree }: Props) => {
  const { t } = useTranslation('audit');
  const id = useId();
  const { choice, put, chosen, clear } = choosing;
  const named = t('kinds', { returnObjects: true }) as Record<string, Record<string, string>>;
  const kinds = Object.entries(named)
    .flatMap(([about, done]) => Object.entries(done).map(([one, words]) => ({ one: `${about}.${one}`, words })))
    .sort((a, b) => a.words.localeCompare(b.words, 'vi'));
  return (
    <div className={css.filters}>
      <UnitFilter
        own={own}
        chosen={choice.unit}
        tree={tree}
        onChoose={(unit) => put('unit', unit === own ? '' : unit)}
      />
      <label htmlFor={`${id}-who`}>
        <span>{t('who')}</span>
        <select id={`${id}-who`} value={choice.person} onChange={(event) => put('person', event.target.value)}>
          <option value="">{t('everybody')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-what`}>
        <span>{t('what')}</span>
        <select id={`${id}-what`} value={choice.act} onChange={(event) => put('act', event.target.value)}>
          <option value="">{t('everything')}</option>
          {kinds.map(({ one, words }) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((part) => (
        <label key={part} htmlFor={`${id}-${part}`}>
          <span>{t(part)}</span>
          <input
            id={`${id}-${part}`}
            type="date"
            value={choice[part]}
            onChange={(event) => put(part, event.target.value)}
          />
        </label>
      ))}
      {chosen && (
        <Button className={css.button} onClick={clear}>
          {t('all')}
        </Button>
      )}
    </div>
  );
};
