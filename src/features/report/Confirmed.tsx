import { Check, CornerUpLeft, Clock, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReturnVillage } from '#features/report/ReturnVillage.tsx';
import { useNow } from '#features/handbook.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam, daysFrom, type Day } from '#model/day.ts';
import { flagsOf } from '#model/reporting-calendar.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './Confirmed.module.css';

type Props = { page: ReportPage; settings: ProvinceSettings; today: Day; mayReturn: boolean };
/** What asks for a look stands first. */
type Line = {
  id: string;
  name: string;
  rank: number;
  state: ReactNode;
  more?: string;
  to?: string;
  mayReturn?: boolean;
};

/** The villages of a commune with their word on the figures, or the communes of a province with how far their reports are. */
export const Confirmed = ({ page, settings, today, mayReturn }: Props) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const now = useNow();
  const words = useUnitWords();
  const [whole, setWhole] = useState(false);
  const [returning, setReturning] = useState<string>();
  const ofProvince = page.unit.level === 'province';
  const [villageFlag, communeFlag] = flagsOf(page.period, settings);
  const late = daysFrom((ofProvince ? communeFlag! : villageFlag!).due, today);
  const name = (id: string) => {
    const row = page.figures.rows.find(({ unit }) => unit.id === id);
    return row ? words.short(row.unit) : id;
  };
  const day = (at: number | null) => (at === null ? '' : f.day(dayInVietnam(at * 1000)));
  const open = (): Pick<Line, 'rank' | 'state'> =>
    late > 0
      ? {
          rank: 0,
          state: (
            <span className={css.late}>
              <TriangleAlert aria-hidden size={16} />
              {t('confirmed.late', { count: late })}
            </span>
          ),
        }
      : {
          rank: 2,
          state: (
            <span className={css.quiet}>
              <Clock aria-hidden size={16} />
              {t(ofProvince ? 'confirmed.notClosed' : 'confirmed.notYet')}
            </span>
          ),
        };
  const returned = (
    <span className={css.returned}>
      <CornerUpLeft aria-hidden size={16} />
      {t('confirmed.returned')}
    </span>
  );
  const well = (said: string) => (
    <span className={css.well}>
      <Check aria-hidden size={16} />
      {said}
    </span>
  );
  const lines: Line[] = ofProvince
    ? page.below.map(({ unit, standing, at, late: waiting }) => ({
        id: unit,
        name: name(unit),
        to: `/bao-cao/${unit}/${page.period}`,
        ...(waiting > 0 && { more: t('confirmed.waiting', { count: waiting }) }),
        ...(standing === 'open'
          ? open()
          : standing === 'returned'
            ? { rank: 1, state: returned }
            : { rank: 3, state: well(day(at)) }),
      }))
    : page.confirmations.map(({ unit, state, at, entriesSince, reason }) => ({
        id: unit,
        name: name(unit),
        mayReturn: mayReturn && state === 'confirmed',
        ...(state === 'returned' && reason !== null && { more: reason }),
        ...(state === 'confirmed' && entriesSince > 0 && { more: t('confirmed.since', { count: entriesSince }) }),
        ...(state === 'none'
          ? open()
          : state === 'returned'
            ? { rank: 1, state: returned }
            : { rank: 3, state: well(day(at)) }),
      }));
  lines.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'vi', { numeric: true }));
  const done = lines.filter(({ rank }) => rank === 3).length;
  const shown = whole ? lines : lines.slice(0, 8);
  const back = page.figures.devicesSeenAt;
  return (
    <section aria-labelledby="report-confirmed" className={css.confirmed}>
      <div className={css.head}>
        <h2 id="report-confirmed">{t(ofProvince ? 'confirmed.communes' : 'confirmed.villages')}</h2>
        <span>
          <b>{f.number(done)}</b>/{f.number(lines.length)}
        </span>
      </div>
      <ul>
        {shown.map((line) => (
          <li key={line.id}>
            <div>
              {line.to ? <Link to={line.to}>{line.name}</Link> : <b>{line.name}</b>}
              {line.more && <small>{line.more}</small>}
            </div>
            {line.state}
            {line.mayReturn && (
              <button
                type="button"
                aria-label={t('confirmed.return', { unit: line.name })}
                onClick={() => setReturning(line.id)}
              >
                <CornerUpLeft aria-hidden size={16} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {lines.length > 8 && (
        <button type="button" className={css.all} onClick={() => setWhole(!whole)}>
          {whole ? t('confirmed.fewer') : t('confirmed.all', { count: lines.length })}
        </button>
      )}
      {back !== null && page.figures.devicesWaiting > 0 && (
        <p className={css.devices}>
          {t('confirmed.devices', { when: f.instant(back * 1000, now), count: page.figures.devicesWaiting })}
        </p>
      )}
      {returning && (
        <ReturnVillage
          village={returning}
          name={name(returning)}
          period={page.period}
          onClose={() => setReturning(undefined)}
        />
      )}
    </section>
  );
};
