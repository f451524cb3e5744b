import { Link } from 'react-router';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import type { Day } from '#model/day.ts';
import { obstacleOf, whoseMove } from '#model/records/obstacle.ts';
import type { RecordRow } from '#store/database.ts';
import { MoveTag } from './MoveTag.tsx';
import { KindIcon } from './KindIcon.tsx';
import type { ObstacleWords } from './obstacle-words.ts';
import css from './ObstacleLine.module.css';

type Props = { row: RecordRow; today: Day; words: ObstacleWords };

/** One obstacle in the team's list: what, for how many, how old, and whose move it is. */
export const ObstacleLine = ({ row, today, words }: Props) => {
  const one = obstacleOf(row.record);
  const where = whereInAll(row);
  const about = [words.people(one.people), words.body(one.asked), words.age(one, today)].filter(Boolean);
  return (
    <li className={css.line}>
      <span className={whoseMove(one) === 'village' ? `${css.icon} ${css.mine}` : css.icon}>
        <KindIcon of={one.kind} />
      </span>
      <div className={css.words}>
        <Link to={`/vuong-mac/${one.id}`} className={css.name}>
          {words.kind(one.kind)}
        </Link>
        <p className={css.about}>{about.join(' · ')}</p>
        <p className={css.tags}>
          <MoveTag of={one} today={today} words={words} me="village" />
          {where !== 'received' && <RecordWhere where={where} />}
        </p>
      </div>
    </li>
  );
};
