import { UserRoundCheck, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { DeviceLine } from '#features/devices/DeviceLine.tsx';
import { LockSheet, type Wish } from '#features/devices/LockSheet.tsx';
import type { Locking } from '#features/devices/use-lock.ts';
import type { PersonWithDevices } from '#store/officer-pages.ts';
import { session } from '#store/session.ts';
import { situation } from '#store/situation.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import css from './PersonRow.module.css';

type Props = { person: PersonWithDevices; locking: Locking; now: number };

/** A person, and each of their devices; locked ones stay in sight with the way back. */
export const PersonRow = ({ person, locking, now }: Props) => {
  const { t } = useTranslation(['devices', 'common']);
  const f = useFormat();
  const me = useLive(async (db) => ({
    device: (await session(db))?.device,
    person: (await situation(db))?.person.id,
  }));
  const [wish, setWish] = useState<Wish>();
  const ask = (what: Wish) => {
    locking.forget();
    setWish(what);
  };
  const [withSignedOut, setWithSignedOut] = useState(false);
  const { name, disabled, devices } = person;
  const itself = person.id === me?.person;
  const signedOut = devices.filter(({ locked }) => locked?.how === 'signed-out');
  const shown = withSignedOut ? devices : devices.filter(({ locked }) => locked?.how !== 'signed-out');

  return (
    <li className={css.row}>
      <div className={css.who}>
        <b>{name}</b> <span className={css.quiet}>{itself ? t('you') : t(`common:roles.${person.role}`)}</span>
        {disabled && (
          <span className={css.locked}>
            <UserRoundX aria-hidden size={16} />
            <span>
              <b>{t('disabled')}</b>{' '}
              {disabled.by === null
                ? f.instant(disabled.at * 1000, now)
                : t('lockedBy', { when: f.instant(disabled.at * 1000, now), name: disabled.by })}
            </span>
          </span>
        )}
      </div>
      <ul className={css.devices}>
        {shown.length === 0 && <li className={css.none}>{t('noPhone')}</li>}
        {shown.map((device) => (
          <DeviceLine
            key={device.number}
            device={device}
            owner={person}
            own={device.number === me?.device}
            busy={locking.busy}
            now={now}
            onLock={() => ask({ act: 'revoke', device })}
            onUnlock={() => void locking.send({ act: 'restore', device: device.number }, person)}
          />
        ))}
        {signedOut.length > 0 && !withSignedOut && (
          <li>
            <button type="button" className={css.more} onClick={() => setWithSignedOut(true)}>
              {t('showSignedOut', { count: signedOut.length })}
            </button>
          </li>
        )}
      </ul>
      <div className={css.act}>
        {!itself &&
          (disabled ? (
            <Button
              className={css.button}
              icon={UserRoundCheck}
              aria-label={t('enableSaid', { name })}
              disabled={locking.busy}
              onClick={() => void locking.send({ act: 'enable', person: person.id }, person)}
            >
              {t('enable')}
            </Button>
          ) : (
            <button
              type="button"
              className={css.more}
              aria-label={t('disableSaid', { name })}
              onClick={() => ask({ act: 'disable' })}
            >
              {t('disable')}
            </button>
          ))}
      </div>
      {locking.trouble && locking.about === person.id && !wish && (
        <p role="alert" className={css.trouble}>
          {locking.trouble}
        </p>
      )}
      <LockSheet person={person} wish={wish} locking={locking} now={now} onClose={() => setWish(undefined)} />
    </li>
  );
};
