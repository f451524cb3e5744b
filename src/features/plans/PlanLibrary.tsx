import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { LibraryTask } from '#features/plans/LibraryTask.tsx';
import { usePlan, type PlanRow } from '#features/plans/use-plan.ts';
import { useWriting } from '#features/plans/use-writing.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { presentBodies } from '#model/body.ts';
import { planLibrary, type PlanKey, type PlannedTask } from '#model/plan-library.ts';
import { planItemDefinition, planItemId } from '#model/records/plan-item.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './PlanLibrary.module.css';

const groupKeys = ['policy', 'services', 'economy', 'citizen', 'ecosystem', 'steering'] as const;
type GroupKey = (typeof groupKeys)[number];

const Choosing = ({ me, plan }: { me: Situation; plan: readonly PlanRow[] }) => {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const writing = useWriting(planItemDefinition);
  const [from, setFrom] = useState<PlanKey>('hatinh');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState(false);
  const home = me.person.unit;
  const library = planLibrary.find((one) => one.plan === from)!;
  const onBoard = new Set(plan.map(({ item }) => item.key));
  const open = library.tasks.filter(({ key }) => !onBoard.has(key));
  const toggle = ({ key }: PlannedTask, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const adopt = async () => {
    setMissing(chosen.size === 0);
    if (chosen.size === 0) return;
    const tasks = planLibrary.flatMap(({ tasks: all }) => all).filter(({ key }) => chosen.has(key));
    const changes = tasks.map(({ key, lead }) => ({
      unit: home,
      record: planItemId(key, home),
      set: { owner: presentBodies(lead) },
    }));
    if (await writing.write(changes, t('adopted', { count: changes.length }))) await navigate('/viec');
  };
  return (
    <div className={css.page}>
      <p className={css.about}>{t('libraryAbout')}</p>
      <Choices<PlanKey>
        legend={t('choosePlan')}
        name="plan"
        options={planLibrary.map(({ plan: key }) => ({
          value: key,
          label: t(`plan.${key}`),
          hint: t(`planHint.${key}`),
        }))}
        value={from}
        onChange={setFrom}
      />
      {open.length > 0 && (
        <p className={css.all}>
          <button type="button" onClick={() => setChosen(new Set([...chosen, ...open.map(({ key }) => key)]))}>
            {t('takeAll', { count: open.length })}
          </button>
          {chosen.size > 0 && (
            <button type="button" onClick={() => setChosen(new Set())}>
              {t('takeNone')}
            </button>
          )}
        </p>
      )}
      {library.groups.map(({ key, code }) => (
        <fieldset key={key} className={css.group}>
          <legend>
            {code}. {t(`group.${key as GroupKey}`)}
          </legend>
          {library.tasks
            .filter(({ group }) => group === key)
            .map((task) => (
              <LibraryTask
                key={task.key}
                task={task}
                onBoard={onBoard.has(task.key)}
                chosen={chosen.has(task.key)}
                onChange={(on) => toggle(task, on)}
              />
            ))}
        </fieldset>
      ))}
      <div className={css.foot}>
        {(missing || writing.trouble) && (
          <p role="alert" className={css.trouble}>
            {missing && chosen.size === 0 ? t('chooseFirst') : writing.trouble}
          </p>
        )}
        <Button look="primary" onClick={() => void adopt()}>
          {t('adopt', { count: chosen.size })}
        </Button>
      </div>
    </div>
  );
};

/** The plans of 2022, from which a province takes tasks over. */
const PlanLibrary = () => {
  const { t } = useTranslation('plans');
  const me = useSituation();
  return (
    <>
      <TopBar title={t('libraryTitle')} back="/viec" />
      {me && <Known me={me} />}
    </>
  );
};

const Known = ({ me }: { me: Situation }) => {
  const { tasks, page } = usePlan(me);
  if (tasks) return <Choosing me={me} plan={tasks} />;
  return page.kind === 'shown' ? null : <NothingToShow page={page} />;
};

export default PlanLibrary;
