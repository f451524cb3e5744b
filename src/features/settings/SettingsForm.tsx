import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DaysField } from '#features/settings/DaysField.tsx';
import { Part } from '#features/settings/Part.tsx';
import { ReportingDays } from '#features/settings/ReportingDays.tsx';
import { asTyped, changesOf, mostPhotoDays, mostSilentDays, wrongFields } from '#features/settings/typed-settings.ts';
import { useChangeSettings } from '#features/settings/use-change-settings.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { useDirtyForm } from '#ui/dirty-forms.ts';
import css from './Settings.module.css';

/** What a province decides for itself, as it stands, to be changed. */
export const SettingsForm = ({ settings }: { settings: ProvinceSettings }) => {
  const { t } = useTranslation(['settings', 'common']);
  const announce = useAnnounce();
  const { busy, trouble, send } = useChangeSettings();
  // What was read when typing began: a colleague's change that arrives meanwhile is neither shown over it nor undone by it.
  const [before, setBefore] = useState(settings);
  const [latest, setLatest] = useState(settings);
  const [typed, setTyped] = useState(() => asTyped(settings));
  const [looked, setLooked] = useState(false);
  const wrong = wrongFields(typed);
  const changes = wrong.length > 0 ? undefined : changesOf(typed, before);
  const touched = changes === undefined || Object.keys(changes).length > 0;
  if (latest !== settings) {
    setLatest(settings);
    if (!touched) {
      setBefore(settings);
      setTyped(asTyped(settings));
    }
  }
  useDirtyForm(touched);
  const change = (part: Partial<typeof typed>) => setTyped((was) => ({ ...was, ...part }));
  const save = async () => {
    setLooked(true);
    const answer = changes && touched ? await send(changes) : undefined;
    if (!answer) return;
    setBefore(answer);
    setTyped(asTyped(answer));
    announce(t('saved'));
  };
  const shown = looked ? wrong : [];

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Part title={t('photos')}>
        <Choices
          legend={t('photos')}
          legendHidden
          name="photos"
          options={[
            { value: 'off', label: t('photosOff') },
            { value: 'on', label: t('photosOn'), hint: t('photosHint') },
          ]}
          value={typed.photos ? 'on' : 'off'}
          onChange={(value) => change({ photos: value === 'on' })}
        />
        {typed.photos && (
          <DaysField
            label={t('photoDays')}
            value={typed.photoDays}
            most={mostPhotoDays}
            wrong={shown.includes('photoDays')}
            onChange={(photoDays) => change({ photoDays })}
          />
        )}
      </Part>
      <Part title={t('silence')}>
        <DaysField
          label={t('silentDays')}
          hint={t('silentHint')}
          value={typed.silentDays}
          most={mostSilentDays}
          wrong={shown.includes('silentDays')}
          onChange={(silentDays) => change({ silentDays })}
        />
      </Part>
      <Part title={t('reportingDays')}>
        <ReportingDays typed={typed} wrong={shown} onChange={change} />
      </Part>
      <Part title={t('period')}>
        <Choices
          legend={t('period')}
          legendHidden
          name="period"
          options={[
            { value: 'from15to14', label: t('from15to14'), hint: t('from15to14Hint') },
            { value: 'calendarMonth', label: t('calendarMonth') },
          ]}
          value={typed.periodKind}
          onChange={(periodKind) => change({ periodKind })}
        />
        <p className={css.hint}>{t('periodHint')}</p>
      </Part>
      {(trouble ?? (shown.length > 0 ? t('lookAgain', { count: shown.length }) : undefined)) && (
        <p role="alert" className={css.trouble}>
          {trouble ?? t('lookAgain', { count: shown.length })}
        </p>
      )}
      <div className={css.foot}>
        <Button look="primary" type="submit" aria-disabled={busy || !touched}>
          {busy ? t('saving') : t('common:save')}
        </Button>
      </div>
    </form>
  );
};
