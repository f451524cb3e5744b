import { ChevronRight, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { figuresBehind } from '#features/behind-figures.ts';
import { placeOfUrging } from '#features/overview/addresses.ts';
import { figureOf } from '#features/overview/completeness.ts';
import { Devices } from '#features/overview/Devices.tsx';
import { FigureLink } from '#features/overview/FigureLink.tsx';
import { Newest } from '#features/overview/Newest.tsx';
import { TeamsSent } from '#features/overview/TeamsSent.tsx';
import { toUrge } from '#features/overview/urging.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import type { Figures } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import words from './words.module.css';
import css from './UrgeTable.module.css';

type Props = {
  figures: Figures;
  measure: Measure;
  /** Units whose period before is late, and that period. */
  late: ReadonlySet<UnitId>;
  before: PeriodId;
  /** When the teams' figures are due, in words; undefined once it is past. */
  due: string | undefined;
  /** Whether this person writes to them: those right below one's own unit. */
  mayUrge: boolean;
  pointed: UnitId | undefined;
  onPoint: (unit: UnitId | undefined) => void;
  now: number;
};

const most = 9;

/** The units that want a word, the most pressing first, each with the way to write to it. */
export const UrgeTable = ({ figures, measure, late, before, due, mayUrge, pointed, onPoint, now }: Props) => {
  const { t } = useTranslation(['dashboard', 'overview', 'measures']);
  const f = useFormat();
  const said = useUnitWords();
  const { unit, rows, period } = figures;
  const ofProvince = unit.level === 'province';
  const urged = toUrge(rows, late, dayInVietnam(now));
  const title = t(ofProvince ? 'dashboard:urge.communes' : 'dashboard:urge.villages');
  return (
    <section aria-labelledby="urge" className={css.part}>
      <div className={css.head}>
        <h2 id="urge">{title}</h2>
        {due && <span>{due}</span>}
        <a href="#bang" className={words.link}>
          {t(ofProvince ? 'dashboard:urge.allCommunes' : 'dashboard:urge.allVillages', { count: rows.length })}
          <ChevronRight aria-hidden size={16} />
        </a>
      </div>
      {urged.length === 0 ? (
        <p className={css.nobody}>
          {ofProvince && rows.every(({ teams }) => teams === 0) ? (
            <>
              {t('dashboard:urge.noTeams')}{' '}
              <Link to="/dia-ban" className={words.link}>
                {t('overview:toArea')}
              </Link>
            </>
          ) : (
            t(ofProvince ? 'dashboard:urge.noCommunes' : 'dashboard:urge.noVillages')
          )}
        </p>
      ) : (
        <div className={css.scroll}>
          <table className={css.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t(ofProvince ? 'overview:columnCommune' : 'overview:columnVillage')}</th>
                <th scope="col" className={`${css.number} ${css.count}`}>
                  {t(ofProvince ? 'overview:columnTeams' : 'overview:columnEntries')}
                </th>
                <th scope="col" className={`${css.number} ${css.wide}`}>
                  {t(`measures:${measure}.short`)}
                </th>
                <th scope="col">{t('overview:columnNewest')}</th>
                <th scope="col" className={css.wide}>
                  {t('overview:columnDevices')}
                </th>
                {mayUrge && (
                  <th scope="col">
                    <span className="visually-hidden">{t('dashboard:urge.do')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody onPointerLeave={() => onPoint(undefined)}>
              {urged.slice(0, most).map(({ row, why }) => (
                <tr
                  key={row.unit.id}
                  className={pointed === row.unit.id ? css.on : undefined}
                  onPointerEnter={() => onPoint(row.unit.id)}
                >
                  <th scope="row">
                    <Link to={figuresBehind(row.unit.id, period)}>{said.short(row.unit)}</Link>
                  </th>
                  <td className={`${css.number} ${css.count}`}>
                    {ofProvince ? <TeamsSent of={row} /> : f.number(row.entries)}
                  </td>
                  <td className={`${css.number} ${css.wide}`}>
                    <FigureLink unit={row.unit} period={period} measure={measure} count={figureOf(row, measure)} />
                  </td>
                  <td className={css.newest}>
                    {why === 'late' ? (
                      <Link
                        to={`?${new URLSearchParams({ ky: before }).toString()}`}
                        className={`${words.tag} ${css.late}`}
                      >
                        <TriangleAlert aria-hidden size={16} />
                        {t('dashboard:urge.late', { month: f.month(before) })}
                      </Link>
                    ) : (
                      <Newest of={row} now={now} />
                    )}
                  </td>
                  <td className={`${css.seen} ${css.wide}`}>
                    <Devices of={row} now={now} />
                  </td>
                  {mayUrge && (
                    <td className={css.number}>
                      <Link
                        className={css.urge}
                        to={placeOfUrging(why === 'late' ? before : period, [row.unit.id])}
                        aria-label={t('dashboard:urge.one', { unit: said.said(row.unit) })}
                      >
                        {t('dashboard:urge.do')}
                      </Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {urged.length > most && <p className={css.more}>{t('dashboard:urge.more', { count: urged.length - most })}</p>}
    </section>
  );
};
