import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { aimedAt, doneOf, paceTowards, shownRatio, type Aimed } from '#features/aimed.ts';
import { useOfficerRecords } from '#features/officer-records.ts';
import { dayInVietnam } from '#model/day.ts';
import type { PeriodId } from '#model/period.ts';
import { goalIsPercent, target } from '#model/records/target.ts';
import type { Unit } from '#model/unit.ts';
import type { Figures } from '#store/officer-pages.ts';
import { Bar } from '#ui/Bar.tsx';
import { useFormat } from '#ui/format.ts';
import { placeOfMeasure, placeOfTargets } from './addresses.ts';
import css from './Targets.module.css';

type Props = { unit: Unit; figures: Figures | undefined; period: PeriodId; now: number };

/** What a unit's teams are to reach in the period, how far they are, and whether that is enough by today. */
export const Targets = ({ unit, figures, period, now }: Props) => {
  const { t } = useTranslation('area');
  const { rows } = useOfficerRecords(target.type);
  if (!rows || !figures) return null;
  const aimed = aimedAt(rows, unit.id, period);
  return (
    <section className={css.targets} aria-labelledby="targets">
      <header>
        <h2 id="targets">{t('targetsTitle')}</h2>
        <Link to={placeOfTargets(period)}>{t('allTargets')}</Link>
      </header>
      {aimed.length === 0 ? (
        <p className={css.quiet}>{t('noTargets')}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('columnTarget')}</th>
                <th scope="col">{t('columnDone')}</th>
                <th scope="col">{t('columnGiven')}</th>
                <th scope="col">{t('columnLeft')}</th>
              </tr>
            </thead>
            <tbody>
              {aimed.map((one) => (
                <Row key={one.goal} unit={unit} figures={figures} aimed={one} now={now} />
              ))}
            </tbody>
          </table>
          <p className={css.quiet}>{t('targetsAbout')}</p>
        </>
      )}
    </section>
  );
};

type RowProps = { unit: Unit; figures: Figures; aimed: Aimed; now: number };

const Row = ({ unit, figures, aimed, now }: RowProps) => {
  const { t } = useTranslation(['area', 'dashboard', 'measures']);
  const f = useFormat();
  const { goal, value } = aimed;
  const asPercent = goalIsPercent(goal);
  const shown = (count: number) => (asPercent ? f.percent(shownRatio(count)) : f.number(count));
  const done = doneOf(goal, figures.totals);
  const pace = paceTowards(aimed, figures.totals, figures, dayInVietnam(now));
  const running = !asPercent && (pace.state === 'onPace' || pace.state === 'behind');
  const left =
    done === null
      ? '–'
      : pace.over > 0
        ? t('area:over', { count: shown(pace.over) })
        : shown(Math.max(value - done, 0));
  const unasked = done === null && t('area:nobodyAsked');
  const words =
    unasked ||
    t(asPercent && pace.state === 'behind' ? 'area:notYetReached' : `dashboard:target.${pace.state}`, {
      short: f.number(pace.short),
    });
  return (
    <tr>
      <th scope="row">
        {t(`measures:${goal}.short`)} {!asPercent && <span>{t(`measures:${goal}.unit`)}</span>}
        <small className={pace.state === 'met' ? css.met : undefined}>{words}</small>
        <span aria-hidden className={css.bar}>
          <Bar
            label=""
            value={done ?? 0}
            whole={value}
            {...(running && { mark: pace.needed })}
            well={pace.state === 'met'}
          />
        </span>
      </th>
      <td>{done === null ? '–' : <Link to={placeOfMeasure(unit, figures.period, goal)}>{shown(done)}</Link>}</td>
      <td>{shown(value)}</td>
      <td className={pace.over > 0 ? css.met : undefined}>{left}</td>
    </tr>
  );
};
