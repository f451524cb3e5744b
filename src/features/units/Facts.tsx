import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Measure } from '#model/indicator.ts';
import type { PeriodId } from '#model/period.ts';
import type { Figures, UnitProfile } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import { placeOfMeasure, placeOfOfficialFigures } from './addresses.ts';
import css from './Profile.module.css';

/** What others count of a unit, in the order people ask for it. */
const official = ['DAN_SO', 'SO_HO', 'TK_MUC2'] as const;
/** What the teams did in the period, shown beside. */
const done: Measure[] = ['DD_MUC2_LD', 'VNEID_CAI'];

type Props = { profile: UnitProfile; figures: Figures | undefined; period: PeriodId };

/** Six figures of a unit, each with who counted it and of when. What teams did is never added to what others count. */
export const Facts = ({ profile, figures, period }: Props) => {
  const { t } = useTranslation(['area', 'measures']);
  const f = useFormat();
  const { unit, below, people } = profile;
  const given = new Map(profile.official.map((one) => [one.figure, one]));
  return (
    <dl className={css.facts}>
      {official.map((figure) => {
        const one = given.get(figure);
        return (
          <div key={figure}>
            <dt>{t(`area:figure.${figure}`)}</dt>
            <dd className={one ? undefined : css.none}>{one ? f.number(one.count) : t('area:notGiven')}</dd>
            <dd className={css.quiet}>
              {one ? (
                [one.note, t('area:asOfDay', { day: f.dayLong(one.asOf) })].filter(Boolean).join(', ')
              ) : (
                <Link to={placeOfOfficialFigures}>{t('area:notGivenHint')}</Link>
              )}
            </dd>
          </div>
        );
      })}
      <div>
        <dt>
          {t(unit.level === 'province' ? 'area:communes' : unit.level === 'commune' ? 'area:villages' : 'area:team')}
        </dt>
        <dd>{f.number(unit.level === 'village' ? people : below)}</dd>
        <dd className={css.quiet}>
          {unit.level === 'village' ? t('area:members') : t('area:people', { count: people })}
        </dd>
      </div>
      {done.map((measure) => (
        <div key={measure}>
          <dt>{t('area:byTeams', { measure: t(`measures:${measure}.short`) })}</dt>
          <dd>
            <Link to={placeOfMeasure(unit, period, measure)}>
              {figures && figures.teamsReported > 0 ? f.number(figures.totals[measure] ?? 0) : '–'}
            </Link>
          </dd>
          <dd className={css.quiet}>
            {figures && unit.level !== 'village'
              ? t('area:teamsSent', { reported: figures.teamsReported, teams: figures.teams })
              : t('area:thisPeriod')}
          </dd>
        </div>
      ))}
    </dl>
  );
};
