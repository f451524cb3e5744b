import type { AcceptedOperation } from '#model/operation.ts';
import type { Json } from '#model/record.ts';

let written = 0;

type Given = { record: string; unit: string; set: Record<string, Json>; at?: string; seen?: string[]; device?: number };

/** A write to a record of a unit by an officer's device, as the province hands it to those it concerns. */
export const givenFromAbove = (
  type: string,
  { record, unit, set, at = '2026-10-16T09:00:00+07:00', seen = [], device = 91 }: Given,
): AcceptedOperation => {
  const seconds = Date.parse(at) / 1000;
  const seq = (written += 1);
  return {
    device,
    seq,
    at: seconds,
    unit,
    kind: 'record.write',
    body: {
      type,
      record,
      set,
      ...(seen.length > 0 && { seen: Object.fromEntries(Object.keys(set).map((field) => [field, seen])) }),
    },
    number: seq,
    by: 40,
    receivedAt: seconds + 1,
  };
};

export const targetGiven = (
  goal: string,
  value: number | null,
  { unit = '18124-02', period = '2026-11', ...more }: { unit?: string; period?: string } & Partial<Given> = {},
): AcceptedOperation =>
  givenFromAbove('target', { record: `target:${goal}:${unit}:${period}`, unit, set: { value }, ...more });

export const figureGiven = (
  figure: string,
  count: number,
  { unit = '18124', period = '2026-10', asOf = '2026-10-31' } = {},
): AcceptedOperation =>
  givenFromAbove('official-figure', {
    record: `official:${figure}:${unit}:${period}`,
    unit,
    set: { count, asOf },
    at: '2026-11-01T09:00:00+07:00',
  });
