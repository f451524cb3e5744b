import { Ban, CircleCheck, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import type { AccessToken } from '#store/officer-pages.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Access.module.css';

const standings = {
  live: { icon: CircleCheck, look: css.live },
  expired: { icon: Clock, look: css.over },
  revoked: { icon: Ban, look: css.over },
};

type Props = { token: AccessToken; now: number; onRevoke: () => void };

/** One token: whose it is, what it reads, when it was last used, and whether it still works. */
export const TokenLine = ({ token, now, onRevoke }: Props) => {
  const { t } = useTranslation('access');
  const f = useFormat();
  const units = useUnitWords();
  const { name, scopes, unit, revoked, expiresAt, lastUsedAt } = token;
  const over = expiresAt * 1000 <= now;
  const standing = revoked ? 'revoked' : over ? 'expired' : 'live';
  const { icon: Icon, look } = standings[standing];
  const day = (seconds: number) => f.dayLong(dayInVietnam(seconds * 1000));
  const who = (officer: string | null) => officer ?? t('officer');
  return (
    <li className={css.token}>
      <div className={css.what}>
        <b>{name}</b>
        <p>
          {scopes.map((scope) => t(`scope.${scope}`)).join(', ')} · {units.heading(unit)}
        </p>
        <p className={css.quiet}>
          {lastUsedAt === null ? t('usedNever') : t('usedLast', { when: f.instant(lastUsedAt * 1000, now) })} ·{' '}
          {t('madeBy', { name: who(token.createdBy), day: day(token.createdAt) })}
        </p>
      </div>
      <p className={`${css.standing} ${look}`}>
        <Icon aria-hidden size={18} />
        <span>
          {t(standing)}
          <small>
            {revoked
              ? t('revokedBy', { when: f.instant(revoked.at * 1000, now), name: who(revoked.by) })
              : t(over ? 'endedOn' : 'endsOn', { day: day(expiresAt) })}
          </small>
        </span>
      </p>
      {standing === 'live' && (
        <Button className={css.revoke} aria-label={t('revokeSaid', { name })} onClick={onRevoke}>
          {t('revoke')}
        </Button>
      )}
    </li>
  );
};
