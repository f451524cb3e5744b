import { CloudOff, Inbox, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Locking } from '#features/devices/use-lock.ts';
import type { DeviceSeen, PersonWithDevices } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { Sheet } from '#ui/Sheet.tsx';
import css from './LockSheet.module.css';

/** What is to be locked: one device, or all there is of a person. */
export type Wish = { act: 'revoke'; device: DeviceSeen } | { act: 'disable' };

type Props = {
  person: PersonWithDevices;
  wish: Wish | undefined;
  locking: Locking;
  now: number;
  onClose: () => void;
};

/** What the devices concerned said when they were last heard from, together. */
const lastHeard = (devices: readonly DeviceSeen[]) => {
  const seen = devices.filter(({ locked }) => locked?.how !== 'signed-out');
  if (seen.length === 0) return undefined;
  return {
    at: Math.max(...seen.map(({ lastSeenAt }) => lastSeenAt)),
    waiting: seen.reduce((sum, { waiting }) => sum + waiting, 0),
  };
};

/** Before anybody is locked out: what happens to them, and above all to their unsent work. */
export const LockSheet = ({ person, wish, locking, now, onClose }: Props) => {
  const { t } = useTranslation(['devices', 'common']);
  const f = useFormat();
  const { name } = person;
  const number = wish?.act === 'revoke' ? wish.device.number : 0;
  const heard = lastHeard(wish?.act === 'revoke' ? [wish.device] : person.devices);
  const when = heard && f.instant(heard.at * 1000, now);
  const close = () => {
    locking.forget();
    onClose();
  };
  const send = async () => {
    if (!wish) return;
    const command =
      wish.act === 'revoke'
        ? ({ act: 'revoke', device: number } as const)
        : ({ act: 'disable', person: person.id } as const);
    if (await locking.send(command, person)) onClose();
  };
  return (
    <Sheet
      open={wish !== undefined}
      title={wish?.act === 'revoke' ? t('lockTitle', { number, name }) : t('disableTitle', { name })}
      onClose={close}
    >
      <ul className={css.facts}>
        <li>
          <CloudOff aria-hidden size={20} />
          {t(wish?.act === 'revoke' ? 'lockNothingNew' : 'disableNothingNew')}
        </li>
        <li>
          <Inbox aria-hidden size={20} />
          <span>
            {heard && (
              <b>{heard.waiting > 0 ? t('unsentSaid', { when, count: heard.waiting }) : t('unsentNone', { when })}</b>
            )}{' '}
            {t('unsentKept')}
          </span>
        </li>
        <li>
          <Undo2 aria-hidden size={20} />
          {t('undoable')}
        </li>
      </ul>
      {locking.trouble && (
        <p role="alert" className={css.trouble}>
          {locking.trouble}
        </p>
      )}
      <div className={css.ways}>
        <Button onClick={close}>{t('common:cancel')}</Button>
        <Button look="danger" aria-disabled={locking.busy} onClick={() => void send()}>
          {locking.busy ? t('busy') : t(wish?.act === 'revoke' ? 'lock' : 'disable')}
        </Button>
      </div>
    </Sheet>
  );
};
