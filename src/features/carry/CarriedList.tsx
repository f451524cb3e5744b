import { Package } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHands, useLive } from '#features/handbook.tsx';
import { useWords } from '#features/words.ts';
import { bundleName } from '#model/bundle-name.ts';
import { carriedByUs, letGoOf } from '#store/carried.ts';
import type { CarriedRow } from '#store/database.ts';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { StateTag, type State } from '#ui/StateTag.tsx';
import css from './TakeIn.module.css';

const looks: Record<CarriedRow['state'], State> = {
  waiting: 'onPhone',
  delivered: 'received',
  held: 'closed',
  refused: 'needsAttention',
};

/** What this phone carries for colleagues, where each is, and what is to be given back. */
export const CarriedList = () => {
  const { t } = useTranslation('carry');
  const rows = useLive(carriedByUs);
  if (!rows) return null;
  return (
    <section>
      <h2 className={css.heading}>{t('carrying')}</h2>
      {rows.length === 0 ? (
        <Empty icon={Package}>{t('carryingNone')}</Empty>
      ) : (
        <Card as="ul">
          {rows.map((row) => (
            <Carried key={row.id} row={row} />
          ))}
        </Card>
      )}
    </section>
  );
};

const Carried = ({ row }: { row: CarriedRow }) => {
  const { t } = useTranslation('carry');
  const words = useWords();
  const format = useFormat();
  const { db, clock } = useHands();
  const name = bundleName(row.id);
  const why = () => {
    if (row.held) return t(`why.${row.held}`);
    if (!row.refusal) return undefined;
    return row.refusal.code === 'seq-gap' ? t('why.seq-gap') : words.refusal(row.refusal);
  };
  return (
    <li className={css.carried}>
      <div className={css.head}>
        <span>
          <b>{t('bundle', { name })}</b>
          <small>{t('takenAt', { at: format.instant(row.takenAt, clock.now()) })}</small>
        </span>
        <StateTag state={looks[row.state]}>{t(`state.${row.state}`)}</StateTag>
      </div>
      {why() && <p>{why()}</p>}
      {row.state === 'delivered' && (
        <Link to={`/nhan-ho/${row.id}`} className={css.way}>
          {t('giveBack')}
          <span className="visually-hidden">, {t('bundle', { name })}</span>
        </Link>
      )}
      {row.state === 'refused' && (
        <button type="button" className={css.letGo} onClick={() => void letGoOf(db, row.id)}>
          {t('letGo')}
          <span className="visually-hidden">, {t('bundle', { name })}</span>
        </button>
      )}
    </li>
  );
};
