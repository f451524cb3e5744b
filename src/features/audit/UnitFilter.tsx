import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import type { Unit, UnitId } from '#model/unit.ts';

type Props = {
  own: UnitId;
  chosen: UnitId;
  /** The officer's unit and all below it. */
  tree: readonly Unit[];
  onChoose: (unit: UnitId) => void;
};

/** Whose log: all of the officer's, one unit's, or, once a commune is chosen, one of its villages'. */
export const UnitFilter = ({ own, chosen, tree, onChoose }: Props) => {
  const { t } = useTranslation('audit');
  const id = useId();
  const words = useUnitWords();
  const below = (parent: UnitId) =>
    tree
      .filter((unit) => unit.parent === parent)
      .sort((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }));
  const top = tree.find((unit) => unit.id === own);
  const at = tree.find((unit) => unit.id === chosen);
  const open = at?.level === 'village' ? at.parent : at?.id;
  return (
    <label htmlFor={id}>
      <span>{t('unit')}</span>
      <select id={id} value={chosen} onChange={({ target }) => onChoose(target.value)}>
        <option value={own}>{top ? t('whole', { unit: words.said(top) }) : t('everywhere')}</option>
        {chosen !== own && !at && <option value={chosen}>{chosen}</option>}
        {below(own).flatMap((unit) => [
          <option key={unit.id} value={unit.id}>
            {words.heading(unit)}
          </option>,
          ...(unit.id === open && unit.level === 'commune'
            ? below(unit.id).map((village) => (
                <option key={village.id} value={village.id}>
                  {t('within', { unit: words.heading(village) })}
                </option>
              ))
            : []),
        ])}
      </select>
    </label>
  );
};
