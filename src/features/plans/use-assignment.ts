import { useEffect, useState } from 'react';
import { useHands } from '#features/handbook.tsx';
import type { Assignment } from '#features/plans/assignment.ts';
import { draft, keepDraft } from '#store/draft.ts';

/** Where the form for giving a task is kept until it is given. */
export const assignmentDraft = 'assign-task';

/** The form as it was left, or `first`; every change is kept at once. Undefined until it is known what was left. */
export const useAssignment = (first: Assignment) => {
  const { db, clock } = useHands();
  const [form, setForm] = useState<Assignment>();
  useEffect(() => {
    void draft<Assignment>(db, assignmentDraft).then((found) => setForm((known) => known ?? found?.value ?? first));
    // What is shown first is decided once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [db]);
  return {
    form,
    change: (but: Partial<Assignment>) =>
      setForm((before) => {
        if (!before) return before;
        const next = { ...before, ...but };
        void keepDraft(db, clock, assignmentDraft, next);
        return next;
      }),
  };
};
