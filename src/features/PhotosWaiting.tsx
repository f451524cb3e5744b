import { CircleAlert, Image } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { photosHeldBy, photosNotSent } from '#store/photos.ts';
import { Notice } from '#ui/Notice.tsx';
import { useSlowLink } from '#ui/slow-link.ts';

/** That photos wait on this phone, why, and the way to them. */
export const PhotosWaiting = () => {
  const { t } = useTranslation('photos');
  const slow = useSlowLink();
  const photos = useLive(photosNotSent) ?? [];
  const waiting = photos.filter(({ state }) => state === 'waiting');
  const held = useLive(photosHeldBy);
  const refused = photos.filter(({ state }) => state === 'refused').length;
  return (
    <>
      {waiting.length > 0 && (
        <Notice look="onPhone" icon={Image} title={t('waitingCount', { count: waiting.length })} to="/anh">
          {t(held?.off ? 'waitingOff' : slow && waiting.some(({ hurry }) => !hurry) ? 'waitingSlow' : 'waitingWords')}
        </Notice>
      )}
      {refused > 0 && (
        <Notice look="error" icon={CircleAlert} title={t('refusedCount', { count: refused })} to="/anh">
          {t('refusedWords')}
        </Notice>
      )}
    </>
  );
};
