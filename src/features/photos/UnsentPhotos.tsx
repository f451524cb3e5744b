import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeOfPhotos } from '#features/EntryPhotos.tsx';
import { useEntryName } from '#features/entry-name.ts';
import { useLive } from '#features/handbook.tsx';
import { PhotoList } from '#features/photos/PhotoList.tsx';
import type { EntryRow, Handbook } from '#store/database.ts';
import { entryById } from '#store/journal.ts';
import { photosNotSent, type PhotoRow } from '#store/photos.ts';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Photos.module.css';

const byEntry = async (db: Handbook): Promise<{ row: EntryRow; photos: PhotoRow[] }[]> => {
  const photos = await photosNotSent(db);
  const entries = await Promise.all([...new Set(photos.map(({ entry }) => entry))].map((id) => entryById(db, id)));
  return entries.flatMap((row) => (row ? [{ row, photos: photos.filter(({ entry }) => entry === row.id) }] : []));
};

/** Every photo the province does not have, by entry. */
const UnsentPhotos = () => {
  const { t } = useTranslation('photos');
  const nameOf = useEntryName();
  const found = useLive(byEntry);
  if (!found) return null;
  return (
    <div className={css.page}>
      <TopBar title={t('waitingTitle')} back="/hop-gui" />
      <div className={css.content}>
        {found.length === 0 && <Empty icon={CheckCheck}>{t('noneWaiting')}</Empty>}
        {found.map(({ row, photos }) => (
          <section key={row.id}>
            <h2>
              <Link to={placeOfPhotos(row.id)}>{nameOf(row)}</Link>
            </h2>
            <PhotoList photos={photos} />
          </section>
        ))}
      </div>
    </div>
  );
};
export default UnsentPhotos;
