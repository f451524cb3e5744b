import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '#ui/format.ts';
import css from './AccountTile.module.css';

/** The police's own count, apart from the teams' contribution: the two count different things and are never added. */
export const AccountTile = ({ official }: { official: { count: number; asOf: string } | undefined }) => {
  const { t } = useTranslation('dashboard');
  const f = useFormat();
  return (
    <section className={css.account} aria-labelledby="official">
      <h2 id="official">{t('official.title')}</h2>
      <Link to="/chi-tieu?xem=official" className={css.tile}>
        <h3>{t('official.accounts')}</h3>
        <b>
          {official ? (
            f.number(official.count)
          ) : (
            <>
              <span aria-hidden>–</span>
              <span className="visually-hidden">{t('official.none')}</span>
            </>
          )}
        </b>
        <span>{official ? t('official.apart') : t('official.give')}</span>
        {official && (
          <span className={css.from}>
            <ShieldCheck aria-hidden size={16} />
            {t('official.asOf', { day: f.dayLong(official.asOf) })}
          </span>
        )}
      </Link>
    </section>
  );
};
