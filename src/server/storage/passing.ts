/** Thrown when the database did not answer: the way to it broke, or all connections were taken. `cause` is the driver's error. */
export class DatabaseAway extends Error {
  readonly code = 'DATABASE_AWAY';
}

/**
 * Codes of what passes by itself. SQLite: somebody else writes. PostgreSQL (appendix A of its manual): 08 connection,
 * 40 serialization and deadlock, 53300 too many connections, 55P03 lock not had in time, 57014 and 57P it is being stopped
 * or started.
 */
const passing = /^(DATABASE_AWAY|SQLITE_(BUSY|LOCKED).*|08\w{3}|40\w{3}|53300|55P03|57014|57P0[1235])$/;

/** Whether asking again in a moment may well succeed. What was committed meanwhile is known by its name (rule P3). */
export const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && passing.test(String(error.code));
