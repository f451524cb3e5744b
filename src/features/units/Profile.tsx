import { ArrowLeft, Bell, FileText, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { PeriodPicker } from '#features/PeriodPicker.tsx';
import type { Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import { spanOf, type PeriodId } from '#model/period.ts';
import type { UnitId } from '#model/unit.ts';
import type { UnitProfile, UnitsPage } from '#store/officer-pages.ts';
import { useArrival } from '#ui/arrival.ts';
import { Button } from '#ui/Button.tsx';
import { useFormat } from '#ui/format.ts';
import { figuresOf, placeOf, placeOfReminder, placeOfReport, profileOf } from './addresses.ts';
import { Before } from './Before.tsx';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { Manage } from './Manage.tsx';
import { ObstaclesHere } from './ObstaclesHere.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { PlaceOnMap } from './PlaceOnMap.tsx';
import { Planned } from './Planned.tsx';
import { toRemind } from './reminded.ts';
import { Targets } from './Targets.tsx';
import type { Tree } from './tree.ts';
import { useFigures, useUnitProfile } from './use-pages.ts';
import css from './Profile.module.css';

type Props = {
  me: Situation;
  asked: UnitId;
  page: UnitsPage;
  tree: Tree;
  current: PeriodId;
  /** Of its figures, and of those of the units that became it. */
  period: PeriodId;
  onPeriod: (period: PeriodId) => void;
  now: number;
  /** The own unit, beside the tree: no way back. */
  home: boolean;
};

/** A unit on one page, to read and to print. */
export const Profile = (props: Props) => {
  const profile = useUnitProfile(profileOf(props.asked));
  if (profile.kind === 'shown') return <Shown {...props} profile={profile.body} />;
  return (
    <>
      {!props.home && <Expected {...props} />}
      <NothingToShow page={profile} />
    </>
  );
};

/** The name over a page that is not there yet, as far as it is known. */
const Expected = ({ asked, page }: Props) => {
  const { t } = useTranslation('area');
  const words = useUnitWords();
  const unit = page.units.find(({ id }) => id === asked);
  return <Name>{unit ? words.heading(unit) : t('title')}</Name>;
};

const Name = ({ children }: { children: string }) => {
  const heading = useArrival(children);
  return (
    <h1 ref={heading} tabIndex={-1} className={css.name}>
      {children}
    </h1>
  );
};

const Shown = (props: Props & { profile: UnitProfile }) => {
  const { me, page, tree, profile, current, period, onPeriod, now, home } = props;
  const { t } = useTranslation(['area', 'common']);
  const words = useUnitWords();
  const f = useFormat();
  const { unit } = profile;
  const figures = useFigures(figuresOf(unit.id, period));
  const shown = figures.kind === 'shown' ? figures.body : undefined;
  const name = words.heading(unit);
  const { first, last } = spanOf(period, me.settings.periodKind);
  const asOf = shown?.lastReceivedAt ?? null;
  const reminded = shown ? toRemind(me.person.unit, unit, shown, dayInVietnam(now)) : [];
  return (
    <article className={css.profile}>
      <header className={css.head}>
        <div>
          <p className={css.crumbs}>
            {!home && (
              <Link to="/dia-ban" className={css.back}>
                <ArrowLeft aria-hidden size={18} />
                {t('area:title')}
              </Link>
            )}
            {[...profile.above].reverse().map((one) =>
              tree.byId.has(one.id) ? (
                <Link key={one.id} to={placeOf(one.id)} className={css.above}>
                  {words.heading(one)}
                </Link>
              ) : (
                <span key={one.id}>{words.heading(one)}</span>
              ),
            )}
            <span>{t('area:code', { code: unit.id })}</span>
          </p>
          {home ? <h2 className={css.name}>{name}</h2> : <Name>{name}</Name>}
          <p className={css.quiet}>
            {[
              t('area:period', { span: f.span(first, last) }),
              ...(shown && unit.level !== 'village'
                ? [t('area:teamsSent', { reported: shown.teamsReported, teams: shown.teams })]
                : []),
              ...(!shown
                ? []
                : [asOf === null ? t('area:nothingYet') : t('area:asOf', { when: f.instant(asOf * 1000, now) })]),
            ].join(' · ')}
          </p>
          {unit.validTo !== null && <p className={css.gone}>{t('area:goneSince', { day: f.dayLong(unit.validTo) })}</p>}
        </div>
        <div className={css.acts}>
          <PeriodPicker situation={me} current={current} period={period} onPeriod={onPeriod} />
          {reminded.length > 0 && (
            <Link to={placeOfReminder(period, reminded)}>
              <Bell aria-hidden size={18} />
              {unit.id === me.person.unit
                ? t(unit.level === 'province' ? 'remindCommunes' : 'remindVillages', { count: reminded.length })
                : t(unit.level === 'village' ? 'remindVillage' : 'remindCommune')}
            </Link>
          )}
          {unit.level !== 'village' && (
            <Link to={placeOfReport(unit.id, period)}>
              <FileText aria-hidden size={18} />
              {t('area:openReport')}
            </Link>
          )}
          <Button className={css.print} icon={Printer} onClick={() => window.print()}>
            {t('area:print')}
          </Button>
        </div>
      </header>
      <Planned planned={page.planned} units={page.units} of={unit} />
      <div className={css.top}>
        <Facts profile={profile} figures={shown} period={period} />
        <PlaceOnMap unit={unit} tree={tree} />
      </div>
      <Before figures={shown} period={period} />
      <div className={css.pair}>
        <Targets unit={unit} figures={shown} period={period} now={now} />
        <ObstaclesHere me={me} unit={unit} tree={tree} now={now} />
      </div>
      {unit.level !== 'province' && <PeopleHere unit={unit} now={now} />}
      <div className={css.pair}>
        <History profile={profile} />
        <Manage me={me} profile={profile} page={page} now={now} />
      </div>
    </article>
  );
};
