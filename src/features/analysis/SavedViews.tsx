import { Bookmark, Link2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import { useOfficerRecords } from '#features/officer-records.ts';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import { useWords } from '#features/words.ts';
import { savedView, savedViewOf, viewTitleLimit } from '#model/records/saved-view.ts';
import type { UnitId } from '#model/unit.ts';
import { writeRecord, type RecordChange } from '#store/write-record.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './Analysis.module.css';

type Props = {
  /** The officer's own unit: its officers share what is kept. */
  home: UnitId;
  /** The address of what is in sight, as behind a '?'. */
  address: string;
};

/** Keeping what is in sight for oneself and colleagues, and going back to what was kept. */
export const SavedViews = ({ home, address }: Props) => {
  const { t } = useTranslation('analysis');
  const { db, clock } = useHands();
  const announce = useAnnounce();
  const words = useWords();
  const { rows, baseOf } = useOfficerRecords('saved-view');
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const kept = (rows ?? [])
    .map((row) => ({ row, view: savedViewOf(row.record) }))
    .filter(({ row, view }) => !view.removed && row.unit === home);

  const write = async (change: RecordChange, said: string): Promise<boolean> => {
    const written = await writeRecord(db, clock, savedView, home, change);
    if (written.kind === 'saved') {
      setTrouble(undefined);
      announce(said);
      return true;
    }
    setTrouble(written.kind === 'refused' ? written.faults.map(words.refusal).join(' ') : t('notStored'));
    return false;
  };
  const save = async () => {
    if (title.trim() === '') {
      setTrouble(t('titleMissing'));
      return;
    }
    if (await write({ set: { title: title.trim(), address } }, t('viewSaved'))) setTitle('');
  };
  const change = (id: string, removed: boolean) => {
    const base = baseOf(id);
    return write({ record: id, set: { removed }, ...(base && { base }) }, t(removed ? 'viewRemoved' : 'viewBack'));
  };
  const share = async () => {
    try {
      await navigator.clipboard.writeText(`${location.origin}/phan-tich?${address}`);
      announce(t('addressCopied'));
    } catch {
      announce(t('addressNotCopied'));
    }
  };
  const [gone, setGone] = useState<string>();
  return (
    <>
      <Button className={css.way} icon={Link2} onClick={() => void share()}>
        {t('shareAddress')}
      </Button>
      <Button className={css.way} icon={Bookmark} onClick={() => setOpen(true)}>
        {t('views')}
      </Button>
      <Sheet open={open} title={t('views')} onClose={() => setOpen(false)}>
        <form
          className={css.save}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextField
            label={t('viewTitle')}
            hint={t('viewHint')}
            value={title}
            maxLength={viewTitleLimit}
            error={trouble}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button type="submit" look="strong">
            {t('saveView')}
          </Button>
        </form>
        {kept.length > 0 && (
          <ul className={css.views}>
            {kept.map(({ row, view }) => (
              <li key={view.id}>
                <Link to={`/phan-tich?${view.address}`} onClick={() => setOpen(false)}>
                  {view.title}
                </Link>
                <RecordWhere where={whereInAll(row)} />
                <IconButton
                  icon={Trash2}
                  label={t('removeView', { title: view.title })}
                  onClick={() => {
                    setGone(view.id);
                    void change(view.id, true);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        {kept.length === 0 && rows && <p className={css.note}>{t('noViews')}</p>}
        {gone !== undefined && (
          <Button
            onClick={() => {
              void change(gone, false);
              setGone(undefined);
            }}
          >
            {t('undoRemove')}
          </Button>
        )}
      </Sheet>
    </>
  );
};
