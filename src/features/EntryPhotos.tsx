import { ImagePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '#features/handbook.tsx';
import { Picture } from '#features/Picture.tsx';
import { usePhotoState } from '#features/photo-state.ts';
import { useSituation } from '#features/situation.ts';
import { photoLimits } from '#model/photo.ts';
import { photosOfEntry } from '#store/photos.ts';
import { StateTag } from '#ui/StateTag.tsx';
import css from './EntryPhotos.module.css';

export const placeOfPhotos = (entry: string) => `/nhat-ky/${entry}/anh`;

/** The photos of an entry, small, with the way to all that is done with them. Nothing where the province wants none. */
export const EntryPhotos = ({ entry, mayAdd }: { entry: string; mayAdd: boolean }) => {
  const { t } = useTranslation('photos');
  const situation = useSituation();
  const stateOf = usePhotoState();
  const photos = useLive((db) => photosOfEntry(db, entry), [entry]);
  if (!photos || !situation) return null;
  const adding = situation.settings.photos && mayAdd && photos.length < photoLimits.perEntry;
  if (photos.length === 0 && !adding) return null;
  return (
    <section>
      <h2>{t('section')}</h2>
      <ul className={css.strip}>
        {photos.map((photo, i) => {
          const { state, words } = stateOf(photo);
          return (
            <li key={photo.name}>
              <Link to={placeOfPhotos(entry)} className={css.photo}>
                <Picture bytes={photo.bytes} alt={t('picture', { n: i + 1 })} />
                <StateTag state={state}>{words}</StateTag>
              </Link>
            </li>
          );
        })}
        {adding && (
          <li>
            <Link to={placeOfPhotos(entry)} className={css.add}>
              <ImagePlus aria-hidden size={28} />
              {t('add')}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
};
