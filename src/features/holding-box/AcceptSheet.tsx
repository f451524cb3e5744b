import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeldWords } from '#features/holding-box/held-words.ts';
import type { Deciding } from '#features/holding-box/use-decide.ts';
import type { HeldWork, HoldingBox } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { useWords } from '#features/words.ts';
import css from './DecideSheet.module.css';

type Props = {
  open: boolean;
  work: HeldWork;
  candidates: HoldingBox['candidates'];
  deciding: Deciding;
  onClose: () => void;
};

/** Before held work counts: where it will count, what the rules still say, and whose it is when nobody knows. */
export const AcceptSheet = ({ open, work, candidates, deciding, onClose }: Props) => {
  const { t } = useTranslation(['holding-box', 'common']);
  const said = useHeldWords();
  const words = useWords();
  const field = useId();
  const [whose, setWhose] = useState('');
  const [missing, setMissing] = useState(false);
  const nobodys = work.person === null;
  const what = said.what(work);
  const accept = async () => {
    if (nobodys && !whose) return setMissing(true);
    const person = nobodys ? { person: Number(whose) } : {};
    if (await deciding.send({ id: work.id, decision: 'accept', ...person })) onClose();
    return undefined;
  };
  return (
    <Sheet
      open={open}
      title={nobodys ? t('acceptTitleNobody', { what }) : t('acceptTitle', { what, name: said.name(work) })}
      onClose={onClose}
    >
      {nobodys && (
        <div className={css.field}>
          <label htmlFor={field}>{t('whose')}</label>
          <select
            id={field}
            value={whose}
            aria-describedby={`${field}-hint`}
            aria-invalid={missing && !whose}
            onChange={(event) => setWhose(event.target.value)}
          >
            <option value="">{t('chooseWhose')}</option>
            {candidates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <small id={`${field}-hint`}>{t('whoseHint', { number: work.device })}</small>
          {missing && !whose && (
            <p role="alert" className={css.trouble}>
              {words.refusal({ code: 'person-needed', params: {} })}
            </p>
          )}
        </div>
      )}
      <ul className={css.facts}>
        <li>{t('acceptCounts', { unit: said.unit(work) })}</li>
        <li>{t('acceptRules')}</li>
        <li>{t('acceptFinal')}</li>
      </ul>
      {deciding.trouble && (
        <p role="alert" className={css.trouble}>
          {deciding.trouble}
        </p>
      )}
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="strong" aria-disabled={deciding.busy} onClick={() => void accept()}>
          {deciding.busy ? t('busy') : t('accept')}
        </Button>
      </div>
    </Sheet>
  );
};
