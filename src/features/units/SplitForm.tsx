import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import type { Day } from '#model/day.ts';
import type { PersonId } from '#model/person.ts';
import type { NewUnit, Reorganisation } from '#model/reorganisation.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { NewUnitFields } from './NewUnitFields.tsx';
import css from './Reorganise.module.css';

/** The parts, and which of them each village and each person goes to, by its place among them. */
export type SplitDraft = { parts: NewUnit[]; villages: Record<UnitId, number>; people: Record<PersonId, number> };

const emptyPart = ({ type }: Unit): NewUnit => ({ code: '', name: '', type });
export const emptySplit = (unit: Unit): SplitDraft => ({
  parts: [emptyPart(unit), emptyPart(unit)],
  villages: {},
  people: {},
});

const mostParts = 6;
const of = (chosen: Record<string, number>, part: number): string[] =>
  Object.entries(chosen).flatMap(([id, at]) => (at === part ? [id] : []));

/** Undefined while something lacks. What is put into no part is said by the province. */
export const splitOf = (
  { parts, villages, people }: SplitDraft,
  unit: Unit,
  begins: Day,
): Reorganisation | undefined => {
  if (parts.some(({ code, name }) => code.trim() === '' || name.trim() === '')) return undefined;
  return {
    kind: 'split',
    unit: unit.id,
    begins,
    parts: parts.map(({ code, name, type }, at) => ({
      code: code.trim(),
      name: name.trim(),
      type,
      villages: of(villages, at),
      people: of(people, at).map(Number),
    })),
  };
};

type Props = {
  unit: Unit;
  villages: readonly Unit[];
  people: readonly { id: PersonId; name: string }[];
  draft: SplitDraft;
  onChange: (draft: SplitDraft) => void;
};

export const SplitForm = ({ unit, villages, people, draft, onChange }: Props) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const { parts } = draft;
  if (unit.level === 'province') return null;
  const { level } = unit;
  const named = parts.map(({ name }, at) => name.trim() || t('part', { number: at + 1 }));
  return (
    <>
      {parts.map((part, at) => (
        // Parts have no name yet to be told apart by; none is ever taken out of the middle.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className={css.part}>
          <legend>{t('part', { number: at + 1 })}</legend>
          <NewUnitFields
            level={level}
            name={`part${at}`}
            value={part}
            onChange={(next) => onChange({ ...draft, parts: parts.map((one, place) => (place === at ? next : one)) })}
          />
        </fieldset>
      ))}
      {parts.length < mostParts && (
        <Button icon={Plus} onClick={() => onChange({ ...draft, parts: [...parts, emptyPart(unit)] })}>
          {t('morePart')}
        </Button>
      )}
      <Sharing
        legend={t('shareVillages')}
        rows={villages.map((village) => ({ id: village.id, name: words.heading(village) }))}
        parts={named}
        chosen={draft.villages}
        none={t('choosePart')}
        onChange={(chosen) => onChange({ ...draft, villages: chosen })}
      />
      <Sharing
        legend={t('sharePeople')}
        rows={people.map(({ id, name }) => ({ id: String(id), name }))}
        parts={named}
        chosen={draft.people}
        onChange={(chosen) => onChange({ ...draft, people: chosen })}
      />
    </>
  );
};

type SharingProps = {
  legend: string;
  rows: readonly { id: string; name: string }[];
  parts: readonly string[];
  chosen: Record<string, number>;
  /** Said where nothing is chosen; left out, the first part is what is chosen. */
  none?: string;
  onChange: (chosen: Record<string, number>) => void;
};

/** Which part each of many goes to. */
const Sharing = ({ legend, rows, parts, chosen, none, onChange }: SharingProps) =>
  rows.length === 0 ? null : (
    <fieldset className={css.units}>
      <legend>{legend}</legend>
      <ul>
        {rows.map(({ id, name }) => (
          <li key={id}>
            <label className={css.shared}>
              <span>{name}</span>
              <select
                value={chosen[id] ?? (none === undefined ? 0 : '')}
                onChange={(event) => {
                  const { [id]: _, ...rest } = chosen;
                  onChange(event.target.value === '' ? rest : { ...rest, [id]: Number(event.target.value) });
                }}
              >
                {none !== undefined && <option value="">{none}</option>}
                {parts.map((part, at) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <option key={at} value={at}>
                    {part}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
