import { UserRoundCheck, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, type MadeInvitation } from '#features/handbook.tsx';
import { DeviceLine } from '#features/devices/DeviceLine.tsx';
import { LockSheet, type Wish } from '#features/devices/LockSheet.tsx';
import { InvitationCard } from '#features/devices/InvitationCard.tsx';
import { PersonSheet } from '#features/devices/PersonSheet.tsx';
import type { Locking } from '#features/devices/use-lock.ts';
import type { People } from '#features/devices/use-people.ts';
import type { Situation } from '#features/situation.ts';
import { dayInVietnam } from '#model/day.ts';
import { mayManage } from '#model/person.ts';
import type { Unit } from '#model/unit.ts';
import type { PersonWithDevices } from '#store/officer-pages.ts';
import { session } from '#store/session.ts';
import { situation } from '#store/situation.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import css from './PersonRow.module.css';

type Props = {
  me: Situation;
  /** Whose page it is. */
  unit: Unit;
  person: PersonWithDevices;
  locking: Locking;
  people: People;
  now: number;
};

/** A person, and each of their devices; locked ones stay in sight with the way back. */
export const PersonRow = ({ me: officer, unit, person, locking, people, now }: Props) => {
  const { t } = useTranslation(['devices', 'common']);
  const f = useFormat();
  const me = useLive(async (db) => ({
    device: (await session(db))?.device,
    person: (await situation(db))?.person.id,
  }));
  const [wish, setWish] = useState<Wish>();
  const [sheet, setSheet] = useState<'change' | 'again'>();
  const [again, setAgain] = useState<MadeInvitation>();
  const ask = (what: Wish) => {
    locking.forget();
    setWish(what);
  };
  const [withSignedOut, setWithSignedOut] = useState(false);
  const { name, disabled, devices } = person;
  const itself = person.id === me?.person;
  const theirs = !itself && mayManage(officer.person.role, person.role);
  const inviteAgain = async () => {
    setSheet('again');
    setAgain(await people.invite({ person: person.id }));
  };
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
        {shown.length === 0 && <li className={css.none}>{t(person.invited ? 'invitedYet' : 'noPhone')}</li>}
        {person.invited && theirs && !disabled && (
          <li className={css.invited}>
            <span>{t('invitedUntil', { day: f.dayLong(dayInVietnam(person.invited.expiresAt * 1000)) })}</span>
            <button
              type="button"
              className={css.more}
              aria-label={t('withdrawSaid', { name })}
              onClick={() => void people.withdraw(person)}
            >
              {t('withdraw')}
            </button>
          </li>
        )}
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
        {theirs && !disabled && (
          <>
            <button
              type="button"
              className={css.more}
              aria-label={t('changeSaid', { name })}
              onClick={() => setSheet('change')}
            >
              {t('change')}
            </button>
            <button
              type="button"
              className={css.more}
              aria-label={t('againSaid', { name })}
              onClick={() => void inviteAgain()}
            >
              {t('again')}
            </button>
          </>
        )}
        {theirs &&
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
      <PersonSheet
        open={sheet === 'change'}
        me={officer}
        unit={unit}
        person={person}
        people={people}
        onClose={() => setSheet(undefined)}
      />
      <Sheet
        open={sheet === 'again'}
        title={t('againTitle', { name })}
        onClose={() => {
          people.forget();
          setAgain(undefined);
          setSheet(undefined);
        }}
      >
        {again ? (
          <InvitationCard invited={again} onDone={() => setSheet(undefined)} />
        ) : (
          <p role={people.trouble ? 'alert' : 'status'} className={people.trouble && css.trouble}>
            {people.trouble ?? t('busy')}
          </p>
        )}
      </Sheet>
      <LockSheet person={person} wish={wish} locking={locking} now={now} onClose={() => setWish(undefined)} />
    </li>
  );
};
