import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogues } from '#app/catalogue-words.ts';
import { NavCount } from '#app/NavCount.tsx';
import { placeSaying } from '#app/place-saying.ts';
import { useTodos } from '#features/tasks/use-todos.ts';
import { countOverdue, dueNow } from '#model/todo-groups.ts';
import { showOnBadge } from '#ui/badge.ts';
import { notifyState } from '#ui/notify.ts';

const DueNotice = placeSaying(['tasks', 'duties', ...catalogues], () => import('#features/tasks/DueNotice.tsx'));

/** How much is late or due today: beside the place where it is done, on the app's icon, and once a day as a notification. */
const DueCount = () => {
  const { t } = useTranslation('common');
  const found = useTodos();
  const due = found ? dueNow(found.todos, found.today) : [];
  const count = due.length;
  useEffect(() => {
    showOnBadge('due', count);
    return () => showOnBadge('due', 0);
  }, [count]);
  if (!found) return null;
  return (
    <>
      <NavCount count={count} said={t('nav.due', { count })} alarm={countOverdue(found.todos, found.today) > 0} />
      <Suspense fallback={null}>
        {count > 0 && notifyState() === 'on' && <DueNotice due={due} today={found.today} />}
      </Suspense>
    </>
  );
};

export default DueCount;
