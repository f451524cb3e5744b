import type { Memory, Province } from '#sync/ports.ts';
import { troubleOf, waitsForPerson, type Trouble } from '#sync/trouble.ts';

/** Fetches the pages officers have open. A page that is refused keeps its reason and holds up no other. */
export const fetchViews = async (memory: Memory, province: Province): Promise<Trouble | null> => {
  for (const view of await memory.wantedViews()) {
    const outcome = await province.view(view);
    await memory.keepView(view, outcome);
    if (outcome.kind === 'answered') continue;
    const trouble = troubleOf(outcome);
    if (outcome.kind === 'unreachable' || waitsForPerson(trouble)) return trouble;
  }
  return null;
};
