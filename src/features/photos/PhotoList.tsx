import { Wifi } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHands, useLive } from '#features/handbook.tsx';
import { PhotoCard } from '#features/photos/PhotoCard.tsx';
import { hurryPhotos, photosHeldBy, type PhotoRow } from '#store/photos.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { useSlowLink } from '#ui/slow-link.ts';
import css from './Photos.module.css';

/** Photos one below the other; where some wait for a better link, the way to send them all the same. */
export const PhotoList = ({ photos }: { photos: readonly PhotoRow[] }) => {
  const { t } = useTranslation('photos');
  const { db } = useHands();
  const format = useFormat();
  const announce = useAnnounce();
  const slow = useSlowLink();
  const holding = useLive(photosHeldBy);
  const forLink = slow && holding !== undefined && !holding.off;
  const held = photos.filter(({ state, hurry }) => forLink && state === 'waiting' && !hurry);
  const kilobytes = held.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1000;
  const send = async () => {
    await hurryPhotos(db);
    announce(t('asked'));
  };
  return (
    <>
      {held.length > 0 && (
        <div className={css.slow}>
          <p>
            <Wifi aria-hidden size={20} />
            {t('slow')}
          </p>
          <Button look="strong" onClick={() => void send()}>
            {t('sendNow', { size: t('size', { size: format.number(Math.round(kilobytes)) }) })}
          </Button>
        </div>
      )}
      <ul className={css.list}>
        {photos.map((photo, i) => (
          <PhotoCard key={photo.name} photo={photo} n={i + 1} />
        ))}
      </ul>
    </>
  );
};
