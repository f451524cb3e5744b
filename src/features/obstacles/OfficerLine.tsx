import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import type { Day } from '#model/day.ts';
import type { Obstacle } from '#model/records/obstacle.ts';
import type { UnitLevel } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import { KindIcon } from './KindIcon.tsx';
import { MoveTag } from './MoveTag.tsx';
import type { ObstacleWords } from './obstacle-words.ts';
import css from './OfficerLine.module.css';

type Props = {
  row: RecordRow;
  one: Obstacle;
  level: UnitLevel;
  today: Day;
  words: ObstacleWords;
  /** The figure or task it holds up, in words. */
  heldUp: string | undefined;
  /** Undefined where nothing is to be chosen. */
  chosen: boolean | undefined;
  onChoose: (on: boolean) => void;
};

/** One team's obstacle in an officer's list, to be read, or chosen for an answer that serves many. */
export const OfficerLine = ({ row, one, level, today, words, heldUp, chosen, onChoose }: Props) => {
  const { t } = useTranslation('obstacles');
  const where = whereInAll(row);
  const what = words.kind(one.kind);
  const village = words.village(one);
  return (
    <li className={css.line}>
      {chosen !== undefined && (
        <label className={css.choose}>
          <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
          <span className="visually-hidden">{t('officer.choose', { what, village })}</span>
        </label>
      )}
      <span className={css.icon}>
        <KindIcon of={one.kind} />
      </span>
      <div className={css.words}>
        <Link to={`/vuong-mac/${one.id}`} className={css.name}>
          {what}
        </Link>
        <p className={css.about}>
          {[village, words.people(one.people), words.askedOf(one)].filter(Boolean).join(' · ')}
        </p>
        {heldUp && <p className={css.about}>{heldUp}</p>}
        {one.text && <p className={css.text}>{one.text}</p>}
      </div>
      <p className={css.side}>
        <b>{words.age(one, today)}</b>
        <MoveTag of={one} today={today} words={words} me={level} />
        {where !== 'received' && <RecordWhere where={where} />}
      </p>
    </li>
  );
};
