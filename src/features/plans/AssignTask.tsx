import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AssignForm } from '#features/plans/AssignForm.tsx';
import { emptyAssignment, type Assignment } from '#features/plans/assignment.ts';
import { useAssignment } from '#features/plans/use-assignment.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { Skeleton } from '#features/Skeleton.tsx';
import { levelOfRole } from '#model/person.ts';
import { plannedTask } from '#model/plan-library.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './AssignTask.module.css';

/** The first words of a long task, so that they fit a title. */
const shortened = (text: string): string => (text.length <= 110 ? text : `${text.slice(0, 107).trimEnd()}…`);

const Form = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('plans');
  const [asked] = useSearchParams();
  const after = plannedTask(asked.get('theo') ?? '');
  const ofProvince = levelOfRole[me.person.role] === 'province';
  const first: Assignment = {
    ...emptyAssignment(t(ofProvince ? 'assignedByUsual.province' : 'assignedByUsual.commune')),
    ...(after && { title: shortened(after.text), template: `plan:${after.key}` }),
  };
  const { form, change } = useAssignment(first);
  return form ? <AssignForm me={me} form={form} change={change} /> : <Skeleton />;
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
