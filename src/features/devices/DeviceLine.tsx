import { Lock, LockOpen, LogOut, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Said } from '#features/devices/Said.tsx';
import { dayInVietnam } from '#model/day.ts';
import type { DeviceSeen, PersonWithDevices } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import css from './DeviceLine.module.css';

type Props = {
  device: DeviceSeen;
  owner: PersonWithDevices;
  /** The one this page is looked at with: it cannot be locked from itself. */
  own: boolean;
  busy: boolean;
  now: number;
  onLock: () => void;
  onUnlock: () => void;
};

/** One phone: since when, when it was last heard from, what it said then, and whether it is locked. */
export const DeviceLine = ({ device, owner, own, busy, now, onLock, onUnlock }: Props) => {
  const { t } = useTranslation('devices');
  const f = useFormat();
  const { number, firstSeenAt, lastSeenAt, waiting, locked } = device;
  const said = { number, name: owner.name };
  return (
    <li className={css.line}>
      <span className={css.phone}>
        <Smartphone aria-hidden size={18} />
        <span>
          <b>{t('phone', { number })}</b>{' '}
          <span className={css.quiet}>{t('phoneSince', { day: f.day(dayInVietnam(firstSeenAt * 1000)) })}</span>
        </span>
      </span>
      <span className={css.seen}>
        <span className={css.quiet}>{f.instant(lastSeenAt * 1000, now)}</span> <Said waiting={waiting} />
      </span>
      {locked?.how === 'revoked' && (
        <span className={css.locked}>
          <Lock aria-hidden size={16} />
          <span>
            <b>{t('locked')}</b>{' '}
            {locked.by === null
              ? f.instant(locked.at * 1000, now)
              : t('lockedBy', { when: f.instant(locked.at * 1000, now), name: locked.by })}
          </span>
        </span>
      )}
      {locked?.how === 'signed-out' && (
        <span className={css.out}>
          <LogOut aria-hidden size={16} />
          {t('signedOut', { when: f.instant(locked.at * 1000, now) })}
        </span>
      )}
      <span className={css.state}>
        {own && <span className={css.quiet}>{t('thisPhone')}</span>}
        {!own && !locked && (
          <Button className={css.button} icon={Lock} aria-label={t('lockSaid', said)} onClick={onLock}>
            {t('lock')}
          </Button>
        )}
        {locked?.how === 'revoked' && (
          <Button
            className={css.button}
            icon={LockOpen}
            aria-label={t('unlockSaid', said)}
            disabled={busy}
            onClick={onUnlock}
          >
            {t('unlock')}
          </Button>
        )}
      </span>
    </li>
  );
};
