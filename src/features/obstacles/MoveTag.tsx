import { CircleAlert, CircleCheck, Clock, CornerDownLeft } from 'lucide-react';
import type { Day } from '#model/day.ts';
import { isLate, whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import type { UnitLevel } from '#model/unit.ts';
import type { ObstacleWords } from './obstacle-words.ts';
import css from './MoveTag.module.css';

type Props = { of: Obstacle; today: Day; words: ObstacleWords; me: UnitLevel };

/** Whose move it is, as an icon and words; the reader's own stands out. */
export const MoveTag = ({ of, today, words, me }: Props) => {
  const whose = whoseMove(of);
  const late = isLate(of, today);
  const look = late ? 'late' : whose === 'nobody' ? 'solved' : whose === me ? 'mine' : 'others';
  const Icon = { late: CircleAlert, solved: CircleCheck, mine: CornerDownLeft, others: Clock }[look];
  return (
    <span className={`${css.tag} ${css[look]}`}>
      <Icon aria-hidden size={16} />
      {words.move(of, today)}
    </span>
  );
};
