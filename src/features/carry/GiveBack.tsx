import { FileUp, Lock, PackageOpen } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Codes } from '#features/carry/Codes.tsx';
import { useHands, useLive } from '#features/handbook.tsx';
import { useSendBundle } from '#features/send-bundle.ts';
import { bundleName } from '#model/bundle-name.ts';
import { carriedOne, letGoOf } from '#store/carried.ts';
import type { CarriedRow } from '#store/database.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Carry.module.css';

/** The province's receipt for a bundle that was carried, back to the phone it belongs to. */
const GiveBack = () => {
  const { t } = useTranslation('carry');
  const { bundle = '' } = useParams();
  const found = useLive(async (db) => ({ row: await carriedOne(db, bundle) }), [bundle]);
  return (
    <div className={css.page}>
      <TopBar title={t('receipt.title')} back="/nhan-ho" />
      {found?.row && found.row.receipt !== null && <Receipt row={found.row} receipt={found.row.receipt} />}
      {found && !found.row?.receipt && (
        <Empty
          icon={PackageOpen}
          action={
            <Link to="/nhan-ho" className={css.way}>
              {t('takeIn.title')}
            </Link>
          }
        >
          {t('receipt.gone')}
        </Empty>
      )}
    </div>
  );
};

const Receipt = ({ row, receipt }: { row: CarriedRow; receipt: string }) => {
  const { t } = useTranslation('carry');
  const format = useFormat();
  const announce = useAnnounce();
  const go = useNavigate();
  const send = useSendBundle();
  const { db, clock } = useHands();
  const name = bundleName(row.id);

  const asFile = async () => {
    const how = await send.receipt(row);
    if (how !== 'cancelled') announce(t(`receipt.handedOn.${how}`));
  };
  const done = async () => {
    await letGoOf(db, row.id);
    announce(t('receipt.doneWords', { name }));
    await go('/nhan-ho');
  };
  return (
    <>
      <div className={css.inside}>
        <p>
          <Trans t={t} i18nKey="receipt.about" components={{ b: <b /> }} />
        </p>
        <Codes texts={[receipt]} name={name} of="receiptPicture">
          <b>{t('bundle', { name })}</b>
          {row.answeredAt !== null && (
            <small>
              {t('state.delivered')} · {format.instant(row.answeredAt, clock.now())}
            </small>
          )}
        </Codes>
        <ul className={css.notes}>
          <li>
            <Lock aria-hidden size={18} />
            <span>{t('receipt.sealed')}</span>
          </li>
        </ul>
      </div>
      <div className={css.foot}>
        <Button look="strong" icon={FileUp} onClick={() => void asFile()}>
          {t('sendFile')}
        </Button>
        <Button look="primary" onClick={() => void done()}>
          {t('receipt.done')}
        </Button>
      </div>
    </>
  );
};

export default GiveBack;
