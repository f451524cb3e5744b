import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Access } from '#features/access/use-tokens.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { accessScopes, mostTokenName, type AccessScope } from '#model/access.ts';
import { addDays, dayInVietnam } from '#model/day.ts';
import type { Unit } from '#model/unit.ts';
import type { MadeToken } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './Access.module.css';

const terms = ['90', '180', '365'] as const;

type Props = {
  units: readonly Unit[];
  now: number;
  access: Access;
  onMade: (made: MadeToken) => void;
  onClose: () => void;
};

/** Who is to read, what, of which unit, and until when. */
export const TokenForm = ({ units, now, access, onMade, onClose }: Props) => {
  const { t } = useTranslation(['access', 'common']);
  const id = useId();
  const f = useFormat();
  const words = useUnitWords();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly AccessScope[]>(['figures', 'units']);
  const [unit, setUnit] = useState(units[0]?.id ?? '');
  const [days, setDays] = useState<(typeof terms)[number]>('365');
  const [looked, setLooked] = useState(false);
  const unnamed = name.trim() === '';
  const make = async () => {
    setLooked(true);
    if (unnamed || scopes.length === 0) return;
    const made = await access.make({ name: name.trim(), scopes: [...scopes], unit, days: Number(days) });
    if (made) onMade(made);
  };
  return (
    <Sheet open title={t('make')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          maxLength={mostTokenName}
          autoComplete="off"
          error={looked && unnamed ? t('nameWanted') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className={css.scopes} aria-describedby={`${id}-wanted`}>
          <legend>{t('scopesTitle')}</legend>
          {accessScopes.map((scope) => (
            <label key={scope}>
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={({ target: { checked } }) =>
                  setScopes(accessScopes.filter((one) => (one === scope ? checked : scopes.includes(one))))
                }
              />
              <span>
                {t(`scope.${scope}`)}
                <small>{t(`scopeHint.${scope}`)}</small>
              </span>
            </label>
          ))}
          <p id={`${id}-wanted`} role="alert" className={css.trouble}>
            {looked && scopes.length === 0 && t('scopesWanted')}
          </p>
        </fieldset>
        <div className={css.field}>
          <label htmlFor={`${id}-unit`}>{t('unit')}</label>
          <select
            id={`${id}-unit`}
            value={unit}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setUnit(target.value)}
          >
            {units.map((one) => (
              <option key={one.id} value={one.id}>
                {words.heading(one)}
              </option>
            ))}
          </select>
          <small id={`${id}-hint`}>{t('unitHint')}</small>
        </div>
        <Choices
          legend={t('days')}
          name="days"
          options={terms.map((term) => ({
            value: term,
            label: t('forDays', { count: Number(term) }),
            hint: t('until', { day: f.dayLong(addDays(dayInVietnam(now), Number(term))) }),
          }))}
          value={days}
          onChange={setDays}
        />
        {access.trouble && (
          <p role="alert" className={css.trouble}>
            {access.trouble}
          </p>
        )}
        <Button look="primary" type="submit" aria-disabled={access.busy}>
          {access.busy ? t('making') : t('make')}
        </Button>
      </form>
    </Sheet>
  );
};
