import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam, isDay } from '#model/day.ts';
import { isUnitName, isVillageCode } from '#model/unit-names.ts';
import type { Unit, UnitType } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TypeChoices } from './TypeChoices.tsx';
import { useChange } from './use-change.ts';
import css from './Manage.module.css';

type Props = { commune: Unit; now: number; onClose: () => void };

/** One more village of a commune. */
export const AddVillageSheet = ({ commune, now, onClose }: Props) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const change = useChange();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [type, setType] = useState<UnitType>(commune.type === 'phuong' ? 'to-dan-pho' : 'thon');
  const [begins, setBegins] = useState(dayInVietnam(now));
  const [tried, setTried] = useState(false);
  const wrong = {
    code: isVillageCode(code.trim()) ? undefined : t('codeWanted'),
    name: isUnitName(name.trim()) ? undefined : t('nameWanted'),
    begins: isDay(begins) ? undefined : t('dayWanted'),
  };
  const save = async () => {
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    const village = { parent: commune.id, code: code.trim(), name: name.trim(), type, begins };
    const done = await change.send(
      (office) => office.add(village),
      (unit) => t('added', { name: words.said(unit) }),
    );
    if (done) onClose();
  };
  return (
    <Sheet open title={t('addTo', { unit: words.said(commune) })} onClose={onClose}>
      <div className={css.form}>
        <TextField
          label={t('codeLabel')}
          hint={t('codeHint')}
          value={code}
          error={tried ? wrong.code : undefined}
          onChange={(event) => setCode(event.target.value)}
        />
        <TextField
          label={t('nameLabel')}
          hint={t('nameHint')}
          value={name}
          error={tried ? wrong.name : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <TypeChoices level="village" name="type" value={type} onChange={setType} />
        <TextField
          label={t('beginsLabel')}
          type="date"
          value={begins}
          error={tried ? wrong.begins : undefined}
          onChange={(event) => setBegins(event.target.value)}
        />
        {change.trouble && (
          <p role="alert" className={css.trouble}>
            {change.trouble}
          </p>
        )}
        <Button look="strong" disabled={change.busy} onClick={() => void save()}>
          {t(change.busy ? 'busy' : 'addNow')}
        </Button>
      </div>
    </Sheet>
  );
};
