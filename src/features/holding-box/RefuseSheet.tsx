import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeldWords } from '#features/holding-box/held-words.ts';
import type { Deciding } from '#features/holding-box/use-decide.ts';
import type { HeldWork } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './DecideSheet.module.css';

type Props = { open: boolean; work: HeldWork; deciding: Deciding; onClose: () => void };

const usual = ['twice', 'notHere', 'wrong'] as const;

/** Before held work is refused: why, in words that whoever wrote it will read. */
export const RefuseSheet = ({ open, work, deciding, onClose }: Props) => {
  const { t } = useTranslation(['holding-box', 'common']);
  const said = useHeldWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const what = said.what(work);
  const refuse = async () => {
    if (reason.trim() === '') return setMissing(true);
    if (await deciding.send({ id: work.id, decision: 'refuse', reason: reason.trim() })) onClose();
    return undefined;
  };
  return (
    <Sheet
      open={open}
      title={work.person ? t('refuseTitle', { what, name: said.name(work) }) : t('refuseTitleNobody', { what })}
      onClose={onClose}
    >
      <p>{work.why === 'device-unknown' ? t('refuseUnknown', { number: work.device }) : t('refuseRead')}</p>
      <div className={css.usual}>
        {usual.map((key) => (
          <button key={key} type="button" onClick={() => setReason(t(`reasons.${key}`))}>
            {t(`reasons.${key}`)}
          </button>
        ))}
      </div>
      <TextField
        label={t('reason')}
        value={reason}
        maxLength={500}
        error={missing && reason.trim() === '' ? t('reasonMissing') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {deciding.trouble && (
        <p role="alert" className={css.trouble}>
          {deciding.trouble}
        </p>
      )}
      <div className={css.ways}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="danger" aria-disabled={deciding.busy} onClick={() => void refuse()}>
          {deciding.busy ? t('busy') : t('refuse')}
        </Button>
      </div>
    </Sheet>
  );
};
