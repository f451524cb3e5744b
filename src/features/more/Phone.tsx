import { FileText, HardDrive, Info, KeyRound, Wifi } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { version } from '../../../package.json';
import { useLive, useNow } from '#features/handbook.tsx';
import { Group, Row } from '#features/more/Group.tsx';
import { PinSheet } from '#features/more/PinSheet.tsx';
import { link } from '#store/link.ts';
import { persistence, storageUse } from '#store/persistence.ts';
import { hasPin } from '#store/pin.ts';
import { useFormat } from '#ui/format.ts';

/** How this phone stands: its lock, its link, its room, its version. */
export const Phone = () => {
  const { t } = useTranslation('more');
  const format = useFormat();
  const now = useNow();
  const pin = useLive(hasPin) ?? false;
  const lastSucceededAt = useLive(link)?.lastSucceededAt ?? null;
  const kept = useLive(async (db) => (await persistence(db))?.granted ?? false) ?? false;
  const use = useStorageUse();
  const [askingPin, setAskingPin] = useState(useLocation().hash === '#ma-pin');
  const megabytes = (bytes: number) => format.number(Math.max(0.1, bytes / 1024 / 1024));

  return (
    <Group title={t('phone')}>
      <Row icon={KeyRound} label={t('pin')} value={pin ? t('pinOn') : t('pinOff')} onClick={() => setAskingPin(true)} />
      <Row
        icon={Wifi}
        label={t('lastLink')}
        value={lastSucceededAt === null ? t('neverLinked') : format.instant(lastSucceededAt, now)}
      />
      <Row
        icon={HardDrive}
        label={t('storage')}
        value={
          <>
            {use &&
              `${t('storageUsed', { used: megabytes(use.used), quota: format.number(Math.round(use.allowed / 1024 / 1024)) })}. `}
            {kept ? t('storageKept') : t('storageNotKept')}
          </>
        }
      />
      <Row icon={Info} label={t('version')} value={version} />
      <Row icon={FileText} label={t('licences')} href="/licenses.txt" />
      <PinSheet open={askingPin} pin={pin} onClose={() => setAskingPin(false)} />
    </Group>
  );
};

type Use = Awaited<ReturnType<typeof storageUse>>;

const useStorageUse = () => {
  const [use, setUse] = useState<Use>();
  useEffect(() => {
    const look = async () => setUse(await storageUse());
    void look();
  }, []);
  return use;
};
