import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AssignForm } from '#features/plans/AssignForm.tsx';
import { emptyAssignment, type Assignment } from '#features/plans/assignment.ts';
import { assignmentDraft, useAssignment } from '#features/plans/use-assignment.ts';
import { usePlan } from '#features/plans/use-plan.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { Skeleton } from '#features/Skeleton.tsx';
import { levelOfRole } from '#model/person.ts';
import type { PlanItem } from '#model/records/plan-item.ts';
import { afterPlanItem } from '#model/task-templates.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './AssignTask.module.css';

/** The first words of a long task, so that they fit a title. */
const shortened = (text: string): string =>
  text.length <= 110 ? text : `${text.slice(0, 108).replace(/[\s,;]+\S*$/, '')}…`;

/** Once it is known which task of the plan this one follows from, if any. */
const Form = ({ me }: { me: Situation }) => {
  const [asked] = useSearchParams();
  const { tasks, page } = usePlan(me);
  const wanted = asked.get('theo');
  if (wanted !== null && !tasks && page.kind === 'opening') return <Skeleton />;
  return <KnownForm me={me} after={tasks?.find(({ item }) => item.key === wanted)?.item} />;
};

const KnownForm = ({ me, after }: { me: Situation; after: PlanItem | undefined }) => {
  const { t } = useTranslation('plans');
  const ofProvince = levelOfRole[me.person.role] === 'province';
  const first: Assignment = {
    ...emptyAssignment(t(ofProvince ? 'assignedByUsual.province' : 'assignedByUsual.commune')),
    ...(after && { title: shortened(after.text), template: afterPlanItem(after.key) }),
  };
  const draft = assignmentDraft(after?.key ?? null);
  const { form, change } = useAssignment(draft, first);
  return form ? <AssignForm me={me} draft={draft} form={form} change={change} /> : <Skeleton />;
};

/** One task for many units at once, from a template or from nothing. */
const AssignTask = () => {
  const { t } = useTranslation('plans');
  const me = useSituation();
  return (
    <>
      <TopBar title={t('assignTitle')} back="/viec" />
      <div className={css.inside}>{me && <Form me={me} />}</div>
    </>
  );
};
export default AssignTask;
