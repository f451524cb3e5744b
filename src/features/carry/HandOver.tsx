import { CheckCheck, FileUp, Image, Lock, PackageOpen, Smartphone, Sun } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Codes } from '#features/carry/Codes.tsx';
import { usePacked } from '#features/carry/use-packed.ts';
import { useHands, useLive } from '#features/handbook.tsx';
import { useSendBundle } from '#features/send-bundle.ts';
import { bundleName } from '#model/bundle-name.ts';
import type { BundleRow } from '#store/database.ts';
import { waitingOf } from '#store/outbox.ts';
import { photosNotSent } from '#store/photos.ts';
import { ownUnit, situation } from '#store/situation.ts';
import { useAnnounce } from '#ui/announce.tsx';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Carry.module.css';

/** What waits on this phone, sealed, for a colleague's phone to take to the province. */
const HandOver = () => {
  const { t } = useTranslation('carry');
  const packed = usePacked();
  return (
    <div className={css.page}>
      <TopBar title={t('title')} back="/hop-gui" />
      {!packed ? (
        <p className={css.busy} aria-busy="true">
          {t('packing')}
        </p>
      ) : packed.kind === 'packed' ? (
        <Sealed bundles={packed.bundles} />
      ) : (
        <Empty
          icon={PackageOpen}
          action={
            <Link to="/hop-gui" className={css.way}>
              {t('toOutbox')}
            </Link>
          }
        >
          {t(`cannot.${packed.kind === 'not-stored' ? packed.why : packed.kind}`)}
        </Empty>
      )}
    </div>
  );
};

const Sealed = ({ bundles }: { bundles: BundleRow[] }) => {
  const { t } = useTranslation(['carry', 'units']);
  const format = useFormat();
  const announce = useAnnounce();
  const go = useNavigate();
  const send = useSendBundle();
  const { clock } = useHands();
  const me = useLive(situation);
  const waiting = useLive((db) => waitingOf(db, bundles), [bundles]);
  const photos = useLive(photosNotSent)?.length ?? 0;
  const [first, last] = [bundles[0]!, bundles[bundles.length - 1]!];
  const name = bundleName(first.id);
  const count = last.last - first.first + 1;

  const asFile = async () => {
    const how = await send.bundles(bundles);
    if (how !== 'cancelled') announce(t(`handedOn.${how}`));
  };
  const done = () => {
    announce(t('doneWords'));
    void go('/hop-gui');
  };
  if (!me || waiting === undefined) return null;
  if (waiting === 0)
    return (
      <Notice look="calm" icon={CheckCheck} title={t('received')} to="/hop-gui">
        {t('receivedWords')}
      </Notice>
    );
  const unit = ownUnit(me);
  const commune = me.units.find(({ id }) => id === unit.parent);
  const places = [unit, ...(commune ? [commune] : [])].map((one) => t(`units:${one.type}`, { name: one.name }));
  return (
    <>
      <div className={css.inside}>
        <ol className={css.steps}>
          <li>
            <span>
              <Trans t={t} i18nKey="steps.open" components={{ b: <b /> }} />
            </span>
          </li>
          <li>{t('steps.scan')}</li>
        </ol>
        <Codes texts={bundles.map(({ text }) => text)} name={name} of="picture">
          <b>{t('content', { count, number: format.number(count), name })}</b>
          <small>
            {places.join(', ')} · {format.instant(last.madeAt, clock.now())}
          </small>
        </Codes>
        <ul className={css.notes}>
          <li>
            <Sun aria-hidden size={18} />
            <span>{t('bright')}</span>
          </li>
          <li>
            <Lock aria-hidden size={18} />
            <span>{t('sealed')}</span>
          </li>
          <li>
            <Smartphone aria-hidden size={18} />
            <span>{t('stays')}</span>
          </li>
          {photos > 0 && (
            <li>
              <Image aria-hidden size={18} />
              <span>{t('photosStay', { count: photos, number: format.number(photos) })}</span>
            </li>
          )}
        </ul>
      </div>
      <div className={css.foot}>
        <Button look="strong" icon={FileUp} onClick={() => void asFile()}>
          {t('sendFile')}
        </Button>
        <Button look="primary" onClick={done}>
          {t('done')}
        </Button>
      </div>
    </>
  );
};

export default HandOver;
