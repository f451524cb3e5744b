import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import css from './Outbox.module.css';

type Props = { unit: string; name: string; day: string | undefined; code: string; why: string };

/** A message for the commune, by whatever the phone shares with. No figures, no names of people. */
export const TellCommune = ({ unit, name, day, code, why }: Props) => {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const announce = useAnnounce();
  const [shown, setShown] = useState(false);
  const text = t('shareText', { unit, name, day: day ? format.dayLong(day) : '?', why, code });

  const tell = async () => {
    try {
      if (typeof navigator.share === 'function') return await navigator.share({ title: t('shareTitle'), text });
      await navigator.clipboard.writeText(text);
      announce(t('copied'));
    } catch (error) {
      // A person who closes the share sheet meant to; anything else leaves the text to copy by hand.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setShown(true);
    }
    return undefined;
  };

  return (
    <>
      <Button onClick={() => void tell()}>
        {t('tellCommune')}
        <span className="visually-hidden">, {name}</span>
      </Button>
      <Sheet open={shown} title={t('copyTitle')} onClose={() => setShown(false)}>
        <p>{t('copyWords')}</p>
        <textarea
          className={css.message}
          readOnly
          rows={6}
          aria-label={t('copyTitle')}
          value={text}
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" onClick={() => setShown(false)}>
          {t('done')}
        </Button>
      </Sheet>
    </>
  );
};
