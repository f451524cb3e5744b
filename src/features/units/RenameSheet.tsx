import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { isUnitName } from '#model/unit-names.ts';
import type { Unit } from '#model/unit.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TypeChoices } from './TypeChoices.tsx';
import { useChange } from './use-change.ts';
import css from './Manage.module.css';

/** Another name for a unit; it goes on being the same one. */
export const RenameSheet = ({ unit, onClose }: { unit: Unit; onClose: () => void }) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const change = useChange();
  const [name, setName] = useState(unit.name);
  const [type, setType] = useState(unit.type);
  const [tried, setTried] = useState(false);
  const wrong = isUnitName(name.trim()) ? undefined : t('nameWanted');
  const save = async () => {
    setTried(true);
    if (wrong) return;
    const done = await change.send(
      (office) => office.rename({ unit: unit.id, name: name.trim(), type }),
      (renamed) => t('renamed', { name: words.said(renamed) }),
    );
    if (done) onClose();
  };
  return (
    <Sheet open title={t('renameTitle', { name: words.said(unit) })} onClose={onClose}>
      <div className={css.form}>
        <p className={css.quiet}>{t('renameAbout')}</p>
        <TextField
          label={t('nameLabel')}
          hint={t(unit.level === 'village' ? 'nameHint' : 'nameHintCommune')}
          value={name}
          error={tried ? wrong : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        {unit.level !== 'province' && <TypeChoices level={unit.level} name="type" value={type} onChange={setType} />}
        {change.trouble && (
          <p role="alert" className={css.trouble}>
            {change.trouble}
          </p>
        )}
        <Button look="strong" disabled={change.busy} onClick={() => void save()}>
          {t(change.busy ? 'busy' : 'renameNow')}
        </Button>
      </div>
    </Sheet>
  );
};
