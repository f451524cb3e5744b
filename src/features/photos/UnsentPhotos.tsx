import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeOfPhotos } from '#features/EntryPhotos.tsx';
import { useEntryName } from '#features/entry-name.ts';
import { useLive } from '#features/handbook.tsx';
import { PhotoList } from '#features/photos/PhotoList.tsx';
import type { EntryRow, Handbook } from '#store/database.ts';
import { entryById } from '#store/journal.ts';
import { photosHeldBy, photosNotSent, type PhotoRow } from '#store/photos.ts';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Photos.module.css';

const byEntry = async (db: Handbook): Promise<{ row: EntryRow | undefined; photos: PhotoRow[] }[]> => {
  const photos = await photosNotSent(db);
  const entries = [...new Set(photos.map(({ entry }) => entry))];
  return Promise.all(
    entries.map(async (id) => ({
      row: await entryById(db, id),
      photos: photos.filter(({ entry }) => entry === id),
    })),
  );
};

/** Every photo the province does not have, by entry; those too whose entry was let go. */
const UnsentPhotos = () => {
  const { t } = useTranslation('photos');
  const nameOf = useEntryName();
  const found = useLive(byEntry);
  const held = useLive(photosHeldBy);
  if (!found) return null;
  return (
    <div className={css.page}>
      <TopBar title={t('waitingTitle')} back="/hop-gui" />
      <div className={css.content}>
        {found.length === 0 && <Empty icon={CheckCheck}>{t('noneWaiting')}</Empty>}
        {held?.off && found.length > 0 && <p className={css.why}>{t('waitingOff')}</p>}
        {found.map(({ row, photos }) => (
          <section key={photos[0]?.entry}>
            <h2>{row ? <Link to={placeOfPhotos(row.id)}>{nameOf(row)}</Link> : t('noEntry')}</h2>
            <PhotoList photos={photos} />
          </section>
        ))}
      </div>
    </div>
  );
};
export default UnsentPhotos;
