import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignment } from '#features/plans/assignment.ts';
import { isAfterPlanItem, taskTemplates } from '#model/task-templates.ts';
import css from './AssignTask.module.css';

/** A template fills the form; what is then changed in it is this task's alone. */
export const TemplateChoice = ({ form, change }: { form: Assignment; change: (but: Partial<Assignment>) => void }) => {
  const { t } = useTranslation('plans');
  const id = useId();
  const take = (key: string) => {
    const template = taskTemplates.find((one) => one.key === key);
    if (!template) return change({ template: null });
    return change({
      template: template.key,
      title: t(`templates.${template.key}.title`),
      steps: (t(`templates.${template.key}.steps`, { returnObjects: true }) as string[]).join('\n'),
      recurrence: template.recurrence,
      measure: template.measure,
      count: template.measure === null ? '' : String(template.count),
    });
  };
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {t('template')}
      </label>
      <select id={id} value={form.template ?? ''} onChange={(event) => take(event.target.value)}>
        <option value="">{t('templateNone')}</option>
        {isAfterPlanItem(form.template) && <option value={form.template!}>{t('templateOfPlan')}</option>}
        {taskTemplates.map(({ key }) => (
          <option key={key} value={key}>
            {t(`templates.${key}.title`)}
          </option>
        ))}
      </select>
    </div>
  );
};
