import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from '#features/handbook.tsx';
import { Picture } from '#features/Picture.tsx';
import { usePhotoState } from '#features/photo-state.ts';
import { useWords } from '#features/words.ts';
import { dropPhoto, type PhotoRow } from '#store/photos.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import { StateTag } from '#ui/StateTag.tsx';
import css from './Photos.module.css';

/** One photo, where it is, why it is not at the province, and the way to be rid of it while it is only here. */
export const PhotoCard = ({ photo, n }: { photo: PhotoRow; n: number }) => {
  const { t } = useTranslation('photos');
  const { db } = useHands();
  const format = useFormat();
  const words = useWords();
  const announce = useAnnounce();
  const [removing, setRemoving] = useState(false);
  const { state, words: where } = usePhotoState()(photo);
  const remove = async () => {
    setRemoving(false);
    await dropPhoto(db, photo.name);
    announce(t(photo.state === 'received' ? 'leaves' : 'removed'));
  };
  return (
    <li className={css.card}>
      <Picture bytes={photo.bytes} alt={t('picture', { n })} className={css.picture} />
      <div className={css.line}>
        <StateTag state={state}>{where}</StateTag>
        <small>{t('size', { size: format.number(Math.round(photo.bytes.length / 1000)) })}</small>
        {photo.state !== 'leaving' && (
          <button
            type="button"
            className={css.remove}
            aria-label={t('removeNth', { n })}
            onClick={() => setRemoving(true)}
          >
            <Trash2 aria-hidden size={20} />
            {t('remove')}
          </button>
        )}
      </div>
      {photo.refusal && <p className={css.refusal}>{words.refusal(photo.refusal)}</p>}
      <Sheet open={removing} title={t('removeSheet.title')} onClose={() => setRemoving(false)}>
        <p>{t(photo.state === 'received' ? 'removeSheet.atProvince' : 'removeSheet.words')}</p>
        <Button look="danger" onClick={() => void remove()}>
          {t('removeSheet.yes')}
        </Button>
        <Button onClick={() => setRemoving(false)}>{t('removeSheet.no')}</Button>
      </Sheet>
    </li>
  );
};
