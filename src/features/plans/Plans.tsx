import { FileDown, FileUp, Library, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useNow } from '#features/handbook.tsx';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { PlanTab } from '#features/plans/PlanTab.tsx';
import { TaskTab } from '#features/plans/TaskTab.tsx';
import { useExport } from '#features/plans/use-export.ts';
import { usePlan } from '#features/plans/use-plan.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { useUnitWords } from '#features/unit-words.ts';
import { dayInVietnam } from '#model/day.ts';
import { periodOf } from '#model/period.ts';
import { levelOfRole } from '#model/person.ts';
import { notedIn } from '#model/plan-board.ts';
import { useArrival } from '#ui/arrival.ts';
import { useFormat } from '#ui/format.ts';
import { Tabs } from '#ui/Tabs.tsx';
import css from './Plans.module.css';

const parts = ['plan', 'communes', 'villages'] as const;
type Part = (typeof parts)[number];
/** As they stand in the address. */
const partNames: Record<Part, string> = { plan: 'ke-hoach', communes: 'xa', villages: 'thon' };

const Work = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('plans');
  const f = useFormat();
  const now = useNow();
  const units = useUnitWords();
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  const heading = useArrival(t('title'));
  const plan = usePlan(me);
  const exported = useExport();
  const today = dayInVietnam(now);
  const period = periodOf(today, me.settings.periodKind);
  const part = parts.find((one) => partNames[one] === asked.get('phan')) ?? 'plan';
  const province = me.units.find(({ level }) => level === 'province');
  const ofProvince = levelOfRole[me.person.role] === 'province';
  const { tasks, page } = plan;
  const items = (tasks ?? []).map(({ item }) => item);
  const notes = notedIn(items, period);
  return (
    <div className={asked.get('viec') === null ? css.page : `${css.page} ${css.looking}`}>
      <header className={css.head}>
        <div className={css.words}>
          <h1 tabIndex={-1} ref={heading}>
            {t('title')}
          </h1>
          <p>
            {province && t('planOf', { unit: units.said(province) })} · {t('planTasks', { count: items.length })}
            {items.length > 0 && ` · ${t('notesOfMonth', { month: f.month(period), ...notes })}`}
            {page.kind === 'shown' && ` · ${t('asOf', { when: f.instant(page.body.at * 1000, now) })}`}
          </p>
        </div>
        <p className={css.ways}>
          {part === 'plan' && items.length > 0 && (
            <button type="button" onClick={() => void exported(items, period, today)}>
              <FileDown aria-hidden size={18} />
              {t('export')}
            </button>
          )}
          {ofProvince && (
            <>
              <Link to="/viec/thu-vien">
                <Library aria-hidden size={18} />
                {t('library')}
              </Link>
              <Link to="/viec/nhap">
                <FileUp aria-hidden size={18} />
                {t('import')}
              </Link>
            </>
          )}
          <Link to="/viec/giao" className={css.main}>
            <Plus aria-hidden size={18} />
            {t('assign')}
          </Link>
        </p>
      </header>
      <Tabs<Part>
        label={t('tabs')}
        tabs={parts.map((key) => ({ key, label: t(`tab.${key}`) }))}
        value={part}
        onChange={(key) => void navigate(key === 'plan' ? '/viec' : `/viec?phan=${partNames[key]}`)}
      >
        <div className={css.inside}>
          {part === 'plan' && (
            <>
              {page.kind === 'shown' && <Kept trouble={page.trouble} asOf={page.body.at} now={now} />}
              {tasks ? (
                <PlanTab me={me} tasks={tasks} today={today} />
              ) : (
                page.kind !== 'shown' && <NothingToShow page={page} />
              )}
            </>
          )}
          {part !== 'plan' && <TaskTab key={part} me={me} level={part} today={today} />}
        </div>
      </Tabs>
    </div>
  );
};

/** An officer's work: the province's plan, what communes were asked to do, what villages were. */
const Plans = () => {
  const me = useSituation();
  return me ? <Work me={me} /> : null;
};
export default Plans;
