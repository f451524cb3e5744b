import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTodoWords } from '#features/tasks/todo-words.ts';
import type { Day } from '#model/day.ts';
import type { Todo } from '#model/todo.ts';
import { notify } from '#ui/notify.ts';

const toldOn = 'so-tay-06.told-due';

/** Once a day, at the first opening: what is late or due today, on the phone's own screen. Shows nothing here. */
const DueNotice = ({ due, today }: { due: readonly Todo[]; today: Day }) => {
  const { t } = useTranslation('tasks');
  const said = useTodoWords();
  const title = t('notice.title', { count: due.length });
  const body = due
    .slice(0, 3)
    .map((todo) => t(todo.due! < today ? 'notice.late' : 'notice.body', { title: said.title(todo) }))
    .join('\n');
  useEffect(() => {
    if (localStorage.getItem(toldOn) === today) return;
    const tell = async () => {
      if (await notify(title, body, 'due')) localStorage.setItem(toldOn, today);
    };
    void tell();
  }, [today, title, body]);
  return null;
};

export default DueNotice;
