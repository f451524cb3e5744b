import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { whyNotChange } from '#features/changing.ts';
import { EntryPhotos } from '#features/EntryPhotos.tsx';
import { useEntryName } from '#features/entry-name.ts';
import { useLive } from '#features/handbook.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { useWords } from '#features/words.ts';
import { draftOfCorrection } from '#model/draft.ts';
import { newestRevision } from '#model/entry.ts';
import type { EntryRow } from '#store/database.ts';
import { draft } from '#store/draft.ts';
import { entryById } from '#store/journal.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { Content } from './Content.tsx';
import { History } from './History.tsx';
import { Where } from './Where.tsx';
import { WithdrawSheet } from './WithdrawSheet.tsx';
import { stepOf, wordOf } from './where-it-is.ts';
import css from './EntryPage.module.css';

const EntryPage = () => {
  const { t } = useTranslation('journal');
  const { entry: id = '' } = useParams();
  const nameOf = useEntryName();
  const situation = useSituation();
  const row = useLive(async (db) => (await entryById(db, id)) ?? null, [id]);
  if (row === undefined || !situation) return null;
  if (!row)
    return (
      <>
        <TopBar title={t('title')} back="/nhat-ky" />
        <Empty
          action={
            <Link to="/nhat-ky" className={css.way}>
              {t('backToJournal')}
            </Link>
          }
        >
          {t('entryMissing')}
        </Empty>
      </>
    );
  return (
    <>
      <TopBar
        title={nameOf(row)}
        back="/nhat-ky"
        side={
          <span className={css.tags}>
            {row.entry.withdrawal && <Where word="withdrawn" />}
            <Where word={wordOf(stepOf(row, row.entry.revisions[0]), row.date, situation)} />
          </span>
        }
      />
      <div className={css.page}>
        <h2>{t('current')}</h2>
        <div className={row.entry.withdrawal ? css.withdrawn : undefined}>
          <Content content={newestRevision(row.entry).content} />
        </div>
        <EntryPhotos entry={row.id} mayAdd={!row.entry.withdrawal} />
        <h2>{t('history')}</h2>
        <History row={row} situation={situation} />
        <Ways row={row} situation={situation} />
      </div>
    </>
  );
};
export default EntryPage;

/** What can be done about it, or why nothing can. */
const Ways = ({ row, situation }: { row: EntryRow; situation: Situation }) => {
  const { t } = useTranslation('journal');
  const words = useWords();
  const go = useNavigate();
  const [withdrawing, setWithdrawing] = useState(false);
  const begun = useLive(async (db) => Boolean(await draft(db, draftOfCorrection(row.id))), [row.id]);
  const whyNot = whyNotChange(row, situation);
  if (whyNot) return <p className={css.whyNot}>{words.refusal(whyNot)}</p>;
  return (
    <div className={css.ways}>
      <Button look="strong" icon={Pencil} onClick={() => void go(`/ghi/${row.id}`)}>
        {begun ? t('goOnCorrecting') : t('correct')}
      </Button>
      {row.steps[0]?.where === 'needsAttention' ? (
        <Link to="/hop-gui" className={css.way}>
          {t('toOutbox')}
        </Link>
      ) : (
        <Button look="danger" icon={Undo2} onClick={() => setWithdrawing(true)}>
          {t('withdraw')}
        </Button>
      )}
      <WithdrawSheet entry={row.id} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </div>
  );
};
