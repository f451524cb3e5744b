import { useTranslation } from 'react-i18next';
import { RecordConflicts } from '#features/RecordConflicts.tsx';
import { useSituation } from '#features/situation.ts';
import type { Answering } from '#features/tasks/use-answer.ts';
import type { EditableRecord, FieldName, Json } from '#model/record.ts';
import type { ReasonNotDone } from '#model/records/progress.ts';
import type { Todo } from '#model/todo.ts';

type Props = { record: EditableRecord; todo: Todo; answering: Answering };

/** What two of the team said differently of the same thing, until one of them says which shall stand. */
export const Conflicts = ({ record, todo, answering }: Props) => {
  const { t } = useTranslation('tasks');
  const me = useSituation();
  const nameOfField = (field: FieldName) =>
    field.startsWith('step.')
      ? t('about.step', { step: todo.steps[Number(field.slice('step.'.length))]?.text ?? '' })
      : t(`about.${field as 'done' | 'reason' | 'note'}`);
  const inWords = (field: FieldName, value: Json): string => {
    if (typeof value === 'boolean') return t(value ? 'values.done' : 'values.notDone');
    if (field === 'reason') return value === null ? t('values.open') : t(`reasons.${value as ReasonNotDone}`);
    return typeof value === 'string' && value !== '' ? value : t('values.empty');
  };
  return (
    <RecordConflicts
      record={record}
      nameOfField={nameOfField}
      inWords={inWords}
      nameOf={(by) => me?.team.find(({ id }) => id === by)?.name}
      keep={(field, value) => void answering.answer(record.id, { [field]: value })}
    />
  );
};
