import { useTranslation } from 'react-i18next';
import { useWords } from '#features/words.ts';
import type { EntryDraft } from '#model/draft.ts';
import { channels, places, usualChannel, type Place } from '#model/place.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import css from './PlaceSheet.module.css';

type Props = {
  open: boolean;
  place: string;
  channel: string;
  onChange: (part: Partial<EntryDraft>) => void;
  onClose: () => void;
};

/** Where, and below it how; a place brings its usual way with it. */
export const PlaceSheet = ({ open, place, channel, onChange, onClose }: Props) => {
  const { t } = useTranslation('log');
  const words = useWords();
  return (
    <Sheet open={open} title={t('place')} onClose={onClose}>
      <Choices<string>
        legend={t('place')}
        legendHidden
        name="place"
        value={place}
        options={places.map((value) => ({ value, label: words.place(value) }))}
        onChange={(chosen) => onChange({ place: chosen, channel: usualChannel[chosen as Place] })}
      />
      <Choices<string>
        legend={t('channel')}
        name="channel"
        value={channel}
        options={channels.map((value) => ({ value, label: words.channel(value) }))}
        onChange={(chosen) => onChange({ channel: chosen })}
      />
      <div className={css.done}>
        <Button look="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </Sheet>
  );
};
