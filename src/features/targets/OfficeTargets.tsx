import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import { isPeriod, periodOf } from '#model/period.ts';
import { useArrival } from '#ui/arrival.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { MonthSwitch } from './MonthSwitch.tsx';
import { OfficialTable } from './OfficialTable.tsx';
import { PlanLibrary } from './PlanLibrary.tsx';
import { TargetBoard } from './TargetBoard.tsx';
import { useOffice } from './use-office.ts';
import css from './OfficeTargets.module.css';

const views = ['set', 'official', 'plans'] as const;
type View = (typeof views)[number];
const isView = (text: string | null): text is View => (views as readonly (string | null)[]).includes(text);

/** Where officers set targets, share them out, write down the police's figures, and look up what the plans want. */
const OfficeTargets = () => {
  const me = useSituation();
  return me ? <Office me={me} /> : null;
};
export default OfficeTargets;

const Office = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('target-setting');
  const words = useUnitWords();
  const heading = useArrival(t('title'));
  const [address, setAddress] = useSearchParams();
  const now = useNow();
  const current = periodOf(dayInVietnam(now), me.settings.periodKind);
  const wished = address.get('ky') ?? '';
  const period = isPeriod(wished) ? wished : current;
  const asked = address.get('xem');
  const view = isView(asked) ? asked : 'set';
  const office = useOffice(me, period);
  const go = (to: { ky?: string; xem?: View }) => {
    const next = { ky: period, xem: view, ...to };
    setAddress(
      { ...(next.ky !== current && { ky: next.ky }), ...(next.xem !== 'set' && { xem: next.xem }) },
      { replace: true },
    );
  };
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t('title')}
          </h1>
          <p>{words.heading(office.own)}</p>
        </div>
        {view !== 'plans' && <MonthSwitch period={period} current={current} onPeriod={(ky) => go({ ky })} />}
      </header>
      <Tabs
        label={t('views')}
        value={view}
        onChange={(xem) => go({ xem })}
        tabs={views.map((key) => ({ key, label: t(`view.${key}`) }))}
      >
        <div className={css.view}>
          {office.page.kind === 'shown' && (
            <Kept trouble={office.page.trouble} asOf={office.page.body.asOf} now={now} />
          )}
          {office.lacking && view !== 'plans' && <NothingToShow page={office.lacking} />}
          {view === 'set' && !office.lacking && <TargetBoard key={period} office={office} />}
          {view === 'official' && !office.lacking && <OfficialTable key={period} office={office} />}
          {view === 'plans' && <PlanLibrary office={office} />}
        </div>
      </Tabs>
    </div>
  );
};
