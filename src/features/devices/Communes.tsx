import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeOfDevices } from '#features/devices/addresses.ts';
import { Said } from '#features/devices/Said.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { withoutMarks } from '#features/without-marks.ts';
import type { DevicesPage } from '#store/officer-pages.ts';
import { Card } from '#ui/Card.tsx';
import { useFormat } from '#ui/format.ts';
import css from './Communes.module.css';

type Props = { communes: DevicesPage['communes']; wanted: string; plain: string; now: number };

/** A province's communes, each summed up, and the way into each. */
export const Communes = ({ communes, wanted, plain, now }: Props) => {
  const { t } = useTranslation('devices');
  const f = useFormat();
  const words = useUnitWords();
  const found = communes
    .filter(({ unit }) => withoutMarks(unit.name).includes(plain))
    .sort((one, other) => Number(other.people > 0) - Number(one.people > 0));
  return (
    <section aria-labelledby="communes" className={css.communes}>
      <h2 id="communes">{t('communes')}</h2>
      {found.length === 0 ? (
        <p className={css.nobody}>{t('findNoCommune', { wanted: wanted.trim() })}</p>
      ) : (
        <Card as="ul">
          {found.map(({ unit, people, disabled, devices, waiting, lastSeenAt }) => (
            <li key={unit.id}>
              <Link to={placeOfDevices(unit.id)} className={css.row}>
                <b>{words.short(unit)}</b>
                <span className={css.people}>
                  {people === 0
                    ? t('nobody')
                    : `${t('people', { count: people })} · ${t('phones', { count: devices })}`}
                  {disabled > 0 && ` · ${t('disabledSince', { count: disabled })}`}
                </span>
                <span className={css.said}>
                  {lastSeenAt === null ? (
                    people > 0 && <span className={css.quiet}>{t('neverSeen')}</span>
                  ) : (
                    <>
                      <span className={css.quiet}>{f.instant(lastSeenAt * 1000, now)}</span> <Said waiting={waiting} />
                    </>
                  )}
                </span>
              </Link>
            </li>
          ))}
        </Card>
      )}
    </section>
  );
};
