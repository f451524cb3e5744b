import { useEffect, useState } from 'react';
import { useHands } from '#features/handbook.tsx';
import type { Assignment } from '#features/plans/assignment.ts';
import { draft, keepDraft } from '#store/draft.ts';

/** Where the form for giving a task is kept until it is given: one for each task of the plan it may follow from. */
export const assignmentDraft = (after: string | null): string => (after ? `assign-task ${after}` : 'assign-task');

/** The form as it was left, or `first`; every change is kept at once. Undefined until it is known what was left. */
export const useAssignment = (name: string, first: Assignment) => {
  const { db, clock } = useHands();
  const [form, setForm] = useState<Assignment>();
  useEffect(() => {
    void draft<Assignment>(db, name).then((found) => setForm((known) => known ?? found?.value ?? first));
    // What is shown first is decided once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [db, name]);
  return {
    form,
    change: (but: Partial<Assignment>) => {
      if (!form) return;
      const next = { ...form, ...but };
      setForm(next);
      void keepDraft(db, clock, name, next);
    },
  };
};
