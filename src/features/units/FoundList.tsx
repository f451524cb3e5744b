import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnitWords } from '#features/unit-words.ts';
import type { Unit, UnitId } from '#model/unit.ts';
import { useFormat } from '#ui/format.ts';
import { placeOf } from './addresses.ts';
import type { Found } from './tree.ts';
import { useFormerWords } from './former-words.ts';
import css from './FoundList.module.css';

type Props = { found: readonly Found[]; wanted: string; byId: ReadonlyMap<UnitId, Unit> };

/** What a search came to; of a former name, which unit it is now. */
export const FoundList = ({ found, wanted, byId }: Props) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const formerly = useFormerWords();
  const f = useFormat();
  if (found.length === 0) return <p className={css.none}>{t('foundNone', { wanted: wanted.trim() })}</p>;
  return (
    <ul className={css.list}>
      {found.map(({ unit, former }) => {
        const parent = unit.level === 'village' ? byId.get(unit.parent ?? '') : undefined;
        return (
          <li key={`${unit.id}/${former?.name ?? ''}/${former?.district ?? ''}`}>
            <Link to={placeOf(unit.id)}>
              <b>{words.heading(unit)}</b>
              {parent && <span>{words.heading(parent)}</span>}
              {former && <span>{t('foundFormer', { name: formerly(former) })}</span>}
              {unit.validTo !== null && <span>{t('foundUntil', { day: f.dayLong(unit.validTo) })}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
};
