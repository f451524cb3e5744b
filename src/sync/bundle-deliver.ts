import type { RefusalCode } from '#protocol/refusals.ts';
import type { Memory, Province } from '#sync/ports.ts';
import { troubleOf, waitsForPerson, type Trouble } from '#sync/trouble.ts';

/** Refusals that speak of us or of the province's day; all others speak of the one bundle. */
const ofTheWay: readonly RefusalCode[] = ['province-busy', 'too-many-attempts'];

/**
 * Hands the province what colleagues gave us to carry, and keeps its answers (rule T3). Comes last in a round, so that
 * it never holds up this phone's own work; a bundle that is refused holds up no other.
 */
export const deliverCarried = async (memory: Memory, province: Province): Promise<Trouble | null> => {
  for (const { id, text } of await memory.carried()) {
    const outcome = await province.deliver(text);
    if (outcome.kind === 'answered') {
      await memory.noteDelivery(id, outcome.answer);
      continue;
    }
    const trouble = troubleOf(outcome);
    if (outcome.kind === 'unreachable') return trouble;
    const aboutUs = waitsForPerson(trouble) && outcome.refusal.code !== 'app-too-old';
    if (aboutUs || ofTheWay.includes(outcome.refusal.code)) return trouble;
    await memory.noteDelivery(id, { kind: 'refused', refusal: outcome.refusal });
  }
  return null;
};
