import type { Seeded } from '../simulation/seeded.ts';

/** What became of what was saved while something was killed, counted when all has calmed down. Operations. */
export type Tally = { kills: number; acknowledged: number; lost: number; doubled: number };

/** One way to die. */
export type Kind = {
  name: string;
  /** Of all kills, beside the shares of the others. */
  share: number;
  /**
   * Kills that often while people save and phones send, lets everything calm down, and counts. What breaks a promise that is
   * neither a loss nor a doubling throws.
   */
  run(kills: number, chances: Seeded, say: (line: string) => void): Promise<Tally>;
};
