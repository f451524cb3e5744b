import type { UnitId } from '#model/unit.ts';

/** What of the log a screen shows; as the part of the address after '?'. */
export type Choice = { unit: UnitId; person: string; act: string; from: string; to: string };

/** What the province is asked for, and the name under which the answer is kept. */
export const auditOf = (choice: Choice, before?: number): string => {
  const said = Object.entries(choice).filter(([, value]) => value !== '');
  const asked = new URLSearchParams(Object.fromEntries(said));
  if (before !== undefined) asked.set('before', String(before));
  return `/api/audit?${asked.toString()}`;
};
