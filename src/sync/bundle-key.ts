import type { Memory, Province } from '#sync/ports.ts';

/**
 * Brings the province the key this phone will sign bundles with, where signing in did not: it signed in before there
 * were keys (rule T3). A province of before has no such door; it is asked again another day, and nothing else suffers.
 */
export const registerKey = async (memory: Memory, province: Province): Promise<void> => {
  const key = await memory.keyToRegister();
  if (key === null) return;
  const outcome = await province.registerKey(key);
  if (outcome.kind !== 'unreachable')
    await memory.noteKey(outcome.kind === 'answered' ? outcome.answer.sealingKey : null);
};
