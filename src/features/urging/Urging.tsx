import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useHands } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { PeriodPicker } from '#features/PeriodPicker.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { daysFrom, dayInVietnam } from '#model/day.ts';
import { isPeriod, periodOf } from '#model/period.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import { Tabs } from '#ui/Tabs.tsx';
import { FromAbove } from './FromAbove.tsx';
import { Late } from './Late.tsx';
import { Merits } from './Merits.tsx';
import { firstPeriod, needsWord } from './standing.ts';
import { Urged } from './Urged.tsx';
import { useUrging } from './use-urging.ts';
import css from './Urging.module.css';

const views = ['late', 'urged', 'merit'] as const;
type View = (typeof views)[number];
const isView = (text: string | null): text is View => (views as readonly (string | null)[]).includes(text);

/** Who is late with a period's report, what was said to them, and what they have earned by it. */
const Urging = () => {
  const me = useSituation();
  return me ? <Here me={me} /> : null;
};
export default Urging;

const Here = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('urging');
  const heading = useArrival(t('title'));
  const words = useUnitWords();
  const format = useFormat();
  const { clock } = useHands();
  const [address, setAddress] = useSearchParams();
  const today = dayInVietnam(clock.now());
  const current = periodOf(today, me.settings.periodKind);
  const usual = firstPeriod(current, today, me.settings);
  const wished = address.get('ky') ?? '';
  const period = isPeriod(wished) ? wished : usual;
  const wanted = address.get('xem');
  const view = isView(wanted) ? wanted : 'late';
  const asked = (address.get('gui') ?? '').split(',').filter((unit) => unit !== '');
  const here = useUrging(me, period);
  const go = (to: { ky?: string; xem?: View }) => {
    const next = { ky: period, xem: view, ...to };
    setAddress(
      { ...(next.ky !== usual && { ky: next.ky }), ...(next.xem !== 'late' && { xem: next.xem }) },
      { replace: true },
    );
  };
  const left = daysFrom(today, here.due);
  const leftInWords = left < 0 ? t('over', { count: -left }) : left === 0 ? t('lastDay') : t('left', { count: left });
  const waiting = here.standings?.filter(({ standing }) => needsWord(standing)).length;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t('title')}
          </h1>
          <p>
            {words.heading(here.own)} · {t('period', { month: format.month(period), year: period.slice(0, 4) })}
          </p>
        </div>
        <PeriodPicker situation={me} current={current} period={period} onPeriod={(ky) => go({ ky })} />
      </header>
      <p className={left < 0 ? `${css.due} ${css.past}` : css.due}>
        <b>{t(`due.${here.level}`, { day: format.dayLong(here.due) })}</b> {leftInWords}
      </p>
      <FromAbove here={here} />
      <Tabs
        label={t('views')}
        value={view}
        onChange={(xem) => go({ xem })}
        tabs={views.map((key) => ({
          key,
          label: t(`view.${key}`),
          ...(key === 'late' && waiting && { count: waiting }),
        }))}
      >
        <div className={css.view}>
          {here.page.kind === 'shown' ? (
            <Kept trouble={here.page.trouble} asOf={here.page.body.asOf} now={here.now} />
          ) : (
            <NothingToShow page={here.page} />
          )}
          {here.standings && view === 'late' && (
            <Late key={period} here={here} standings={here.standings} asked={asked} />
          )}
          {view === 'urged' && <Urged here={here} />}
          {here.page.kind === 'shown' && here.standings && view === 'merit' && (
            <Merits key={period} here={here} standings={here.standings} />
          )}
        </div>
      </Tabs>
    </div>
  );
};
