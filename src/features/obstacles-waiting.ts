import type { Day } from '#model/day.ts';
import { isLate, obstacleOf, type Obstacle } from '#model/records/obstacle.ts';
import type { RecordRow } from '#store/database.ts';

/** The obstacles that concern somebody: what the province owes an answer past its day first, then the newest. */
export const obstaclesWaiting = (
  rows: readonly RecordRow[],
  today: Day,
  concerns: (one: Obstacle) => boolean,
): Obstacle[] =>
  rows
    .map(({ record }) => obstacleOf(record))
    .filter(concerns)
    .sort((a, b) => Number(isLate(b, today)) - Number(isLate(a, today)) || b.raisedAt - a.raisedAt);
