import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam, isDay } from '#model/day.ts';
import type { Unit } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useChange } from './use-change.ts';
import css from './Manage.module.css';

/** Ends a village that nothing follows: asked first, for it is not undone here. */
export const EndSheet = ({ unit, now, onClose }: { unit: Unit; now: number; onClose: () => void }) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const change = useChange();
  const [last, setLast] = useState(dayInVietnam(now));
  const name = words.said(unit);
  const end = async () => {
    if (!isDay(last)) return;
    const done = await change.send(
      (office) => office.end({ unit: unit.id, last }),
      () => t('ended', { name }),
    );
    if (done) onClose();
  };
  return (
    <Sheet open title={t('endTitle', { name })} onClose={onClose}>
      <div className={css.form}>
        <p>{t('endAbout')}</p>
        <TextField
          label={t('lastLabel')}
          type="date"
          value={last}
          min={unit.validFrom}
          error={isDay(last) ? undefined : t('dayWanted')}
          onChange={(event) => setLast(event.target.value)}
        />
        {change.trouble && (
          <p role="alert" className={css.trouble}>
            {change.trouble}
          </p>
        )}
        <Button look="danger" disabled={change.busy} onClick={() => void end()}>
          {t(change.busy ? 'busy' : 'endNow')}
        </Button>
      </div>
    </Sheet>
  );
};
