import { ALargeSmall, Languages, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Row } from '#features/more/Group.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { prefer, usePreferences } from '#ui/preferences.ts';

type Asked = 'textSize' | 'mode' | 'language';

/** Text size, colours, language: each takes effect as it is chosen. */
export const Looks = () => {
  const { t } = useTranslation(['more', 'common']);
  const { textSize, mode, language } = usePreferences();
  const [asked, setAsked] = useState<Asked>();
  return (
    <Group title={t('reading')}>
      <Row
        icon={ALargeSmall}
        label={t('textSize')}
        value={t(`textSizes.${textSize}`)}
        onClick={() => setAsked('textSize')}
      />
      <Row icon={SunMoon} label={t('mode')} value={t(`modes.${mode}`)} onClick={() => setAsked('mode')} />
      <Row
        icon={Languages}
        label={t('language')}
        value={t(`languages.${language}`)}
        onClick={() => setAsked('language')}
      />
      <Sheet open={asked !== undefined} title={asked ? t(asked) : ''} onClose={() => setAsked(undefined)}>
        {asked === 'textSize' && (
          <Choices
            legend={t('textSize')}
            legendHidden
            name="text-size"
            options={(['100', '115', '130'] as const).map((value) => ({ value, label: t(`textSizes.${value}`) }))}
            value={textSize}
            onChange={(value) => prefer({ textSize: value })}
          />
        )}
        {asked === 'mode' && (
          <Choices
            legend={t('mode')}
            legendHidden
            name="mode"
            options={[
              { value: 'auto', label: t('modes.auto'), hint: t('modeHints.auto') },
              { value: 'sang', label: t('modes.sang') },
              { value: 'nang', label: t('modes.nang'), hint: t('modeHints.nang') },
              { value: 'toi', label: t('modes.toi'), hint: t('modeHints.toi') },
            ]}
            value={mode}
            onChange={(value) => prefer({ mode: value })}
          />
        )}
        {asked === 'language' && (
          <Choices
            legend={t('language')}
            legendHidden
            name="language"
            options={(['vi', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
            value={language}
            onChange={(value) => prefer({ language: value })}
          />
        )}
      </Sheet>
    </Group>
  );
};
