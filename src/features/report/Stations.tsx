import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dayInVietnam, daysFrom, type Day } from '#model/day.ts';
import { flagsOf, type Flag } from '#model/reporting-calendar.ts';
import type { ProvinceSettings } from '#model/settings.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { useFormat } from '#ui/format.ts';
import css from './Stations.module.css';

type Props = { page: ReportPage; settings: ProvinceSettings; today: Day };
type Station = { key: string; name: string; said: string; late: string; done: boolean };

const closedOnes = ({ below }: ReportPage) => below.filter(({ standing }) => standing !== 'open').length;

/** The way of a month's figures: villages confirm, communes close, the province consolidates and sends. */
export const Stations = ({ page, settings, today }: Props) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const flags = flagsOf(page.period, settings);
  const ofProvince = page.unit.level === 'province';
  const on = (flag: Flag) => t(flag.rule === 'before' ? 'station.before' : 'station.on', { day: f.day(flag.marked) });
  const due = (flag: Flag) => {
    const left = daysFrom(today, flag.due);
    if (left < 0) return { said: on(flag), late: t('station.late', { count: -left }) };
    return { said: left === 0 ? t('station.today') : t('station.left', { count: left, day: on(flag) }), late: '' };
  };
  const stepAt = (step: 'closed' | 'consolidated' | 'sent') => {
    const steps = page.steps.filter((one) => one.step === step);
    return steps[steps.length - 1]?.at;
  };
  const doneOr = (at: number | null | undefined, flag: Flag) =>
    at === null || at === undefined
      ? due(flag)
      : { said: t('station.doneAt', { day: f.dayLong(dayInVietnam(at * 1000)) }), late: '' };

  const confirmed = page.confirmations.filter(({ state }) => state === 'confirmed').length;
  const all = page.confirmations.length;
  const overdue = flags[0]!.due < today ? all - confirmed : 0;
  const above = page.above?.standing ?? 'open';
  const first = ofProvince
    ? {
        said: t('station.teams', { some: f.number(page.figures.teamsReported), all: f.number(page.figures.teams) }),
        late: '',
        done: page.figures.teams > 0 && page.figures.teamsReported === page.figures.teams,
      }
    : {
        said: t('station.confirmed', { some: f.number(confirmed), all: f.number(all), day: f.day(flags[0]!.due) }),
        late: overdue > 0 ? t('station.lateCount', { count: overdue }) : '',
        done: all > 0 && confirmed === all,
      };
  const closing = ofProvince
    ? {
        said: t('station.communes', {
          some: f.number(closedOnes(page)),
          all: f.number(page.below.length),
          day: on(flags[1]!),
        }),
        late: '',
        done: page.below.length > 0 && closedOnes(page) === page.below.length,
      }
    : page.standing === 'returned'
      ? { said: '', late: t('station.returned'), done: false }
      : { ...doneOr(stepAt('closed'), flags[1]!), done: page.standing !== 'open' };
  const standing = ofProvince ? page.standing : above;
  const stations: Station[] = [
    { key: 'villages', name: t(ofProvince ? 'station.teamsSend' : 'station.villagesConfirm'), ...first },
    { key: 'communes', name: t('station.communesClose'), ...closing },
    {
      key: 'province',
      name: t('station.provinceConsolidates'),
      ...(ofProvince ? doneOr(stepAt('consolidated'), flags[2]!) : { said: on(flags[2]!), late: '' }),
      done: standing === 'consolidated' || standing === 'sent',
    },
    {
      key: 'sent',
      name: t('station.provinceSends'),
      ...(ofProvince ? doneOr(stepAt('sent'), flags[3]!) : { said: on(flags[3]!), late: '' }),
      done: standing === 'sent',
    },
  ];
  const now = stations.findIndex(({ done }) => !done);
  return (
    <ol className={css.stations} aria-label={t('station.all')}>
      {stations.map(({ key, name, said, late, done }, at) => (
        <li
          key={key}
          className={done ? css.done : at === now ? css.now : undefined}
          aria-current={at === now ? 'step' : undefined}
        >
          <span className={css.mark} aria-hidden>
            {done ? <Check size={16} /> : at + 1}
          </span>
          <span className={css.words}>
            <b>
              {name}
              {done && <span className="visually-hidden"> ({t('station.done')})</span>}
            </b>
            <small>
              {said}
              {late && (
                <>
                  {said && ' · '}
                  <em>{late}</em>
                </>
              )}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
};
