import { HardDrive, Image } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useEntryName } from '#features/entry-name.ts';
import { useLive } from '#features/handbook.tsx';
import { AddPhoto } from '#features/photos/AddPhoto.tsx';
import { Brush } from '#features/photos/Brush.tsx';
import { PhotoList } from '#features/photos/PhotoList.tsx';
import { useRoomUsed } from '#features/photos/use-room-used.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { photoLimits } from '#model/photo.ts';
import type { EntryRow } from '#store/database.ts';
import { entryById } from '#store/journal.ts';
import { photosOfEntry, type PhotoRow } from '#store/photos.ts';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Photos.module.css';

/** The photos of one entry: seen, taken, wiped, kept, and where each of them is. */
const Photos = () => {
  const { t } = useTranslation('photos');
  const { entry = '' } = useParams();
  const situation = useSituation();
  const found = useLive(
    async (db) => ({ row: await entryById(db, entry), photos: await photosOfEntry(db, entry) }),
    [entry],
  );
  if (!found || !situation) return null;
  if (!found.row)
    return (
      <>
        <TopBar title={t('title')} back="/nhat-ky" />
        <Empty icon={Image} action={<Link to="/nhat-ky">{t('toJournal')}</Link>}>
          {t('noEntry')}
        </Empty>
      </>
    );
  return <PhotosOf row={found.row} photos={found.photos} situation={situation} />;
};
export default Photos;

type Props = { row: EntryRow; photos: PhotoRow[]; situation: Situation };

const PhotosOf = ({ row, photos, situation }: Props) => {
  const { t } = useTranslation('photos');
  const nameOf = useEntryName();
  const format = useFormat();
  const room = useRoomUsed();
  const [picture, setPicture] = useState<HTMLCanvasElement | null>(null);
  const { settings } = situation;
  if (picture) return <Brush entry={row.id} picture={picture} onClose={() => setPicture(null)} />;
  const enough = photos.length >= photoLimits.perEntry;
  return (
    <div className={css.page}>
      <TopBar title={t('of', { name: nameOf(row) })} back={`/nhat-ky/${row.id}`} />
      {room !== undefined && (
        <Notice look="error" icon={HardDrive} title={t('room', { percent: format.percent(room) })} />
      )}
      <div className={css.content}>
        <p className={css.why}>{settings.photos ? t('why') : t('off')}</p>
        {photos.length === 0 ? <Empty icon={Image}>{t('none')}</Empty> : <PhotoList photos={photos} />}
        {enough && <p className={css.why}>{t('enough', { most: photoLimits.perEntry })}</p>}
        {settings.photos && <p className={css.kept}>{t('kept', { days: format.number(settings.photoDays) })}</p>}
      </div>
      {settings.photos && !enough && !row.entry.withdrawal && <AddPhoto onPicture={setPicture} />}
    </div>
  );
};
