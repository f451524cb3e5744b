import type { RecordWrite } from '#model/record.ts';
import { createMemory } from '#store/memory.ts';
import { session } from '#store/session.ts';
import type { newPhone } from './phone.tsx';
import { held, write } from './record-writes.ts';

/** What somebody wrote on device 21 at nine on 9/11/2026, and `seq` hours later. */
export type Elsewhere = { seq: number; unit: string; by?: number; body: RecordWrite };

const nine = Date.parse('2026-11-09T09:00:00+07:00') / 1000;

/** The phone reads from the province what others wrote. */
export const pull = async ({ db, clock }: ReturnType<typeof newPhone>, writes: readonly Elsewhere[]): Promise<void> => {
  const me = await session(db);
  await createMemory(db, clock).keep({
    cursor: 1000,
    more: false,
    at: Math.floor(clock.now() / 1000),
    holding: { highestSeq: me!.nextSeq - 1, totals: {} },
    situation: null,
    operations: writes.map(({ seq, unit, by = 9, body }) =>
      held(write(body, { device: 21, seq, unit, at: nine + 3600 * (seq - 1) }), { by }),
    ),
  });
};
