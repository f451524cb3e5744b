import { CalendarDays, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive, useNow } from '#features/handbook.tsx';
import { RecordWhere } from '#features/RecordWhere.tsx';
import { mobilePointOf } from '#model/records/mobile-point.ts';
import type { Obstacle } from '#model/records/obstacle.ts';
import type { UnitLevel } from '#model/unit.ts';
import { recordById } from '#store/records.ts';
import type { Whereabouts } from '#store/database.ts';
import { useFormat } from '#ui/format.ts';
import type { ObstacleWords } from './obstacle-words.ts';
import type { Message } from './thread.ts';
import css from './MessageBubble.module.css';

type Props = { message: Message; of: Obstacle; me: UnitLevel; words: ObstacleWords; where: Whereabouts };

/** One thing somebody said, with who, when, and where it is when it was written on this side. */
export const MessageBubble = ({ message, of, me, words, where }: Props) => {
  const { t } = useTranslation('obstacles');
  const f = useFormat();
  const now = useNow();
  const mine = message.from === me;
  const said = () => {
    if (message.what === 'passed') {
      const day = message.deadline ? f.day(message.deadline) : '';
      return message.text ? t('passedWhy', { day, why: message.text }) : t('passedWords', { day });
    }
    if (message.what === 'solved') return t('solvedWords');
    if (message.what === 'reopened') return t('reopened');
    if (message.text) return message.text;
    if (message.what === 'raised') return `${words.kind(of.kind)}.`;
    return message.what === 'stuck' ? t('stuckWords') : t('pointHelps');
  };
  return (
    <li className={mine ? `${css.message} ${css.mine}` : css.message}>
      <p className={css.who}>
        <b>{words.speaker(message.from, of)}</b> <span>{f.instant(message.at * 1000, now)}</span>
      </p>
      <p className={css.said}>{said()}</p>
      {(mine || where !== 'received') && (
        <p className={css.where}>
          <RecordWhere where={where} />
        </p>
      )}
      {message.point && <PointLink id={message.point} />}
    </li>
  );
};

const PointLink = ({ id }: { id: string }) => {
  const { t } = useTranslation('obstacles');
  const f = useFormat();
  const row = useLive((db) => recordById(db, id), [id]);
  const point = row && mobilePointOf(row.record);
  return (
    <Link to={`/luu-dong#${id}`} className={css.point}>
      <CalendarDays aria-hidden size={22} />
      <span>
        {point ? t('pointDay', { day: f.day(point.day) }) : t('point')}
        {point?.cancelled && <b className={css.off}> {t('pointCancelled')}</b>}
      </span>
      <ChevronRight aria-hidden size={20} />
    </Link>
  );
};
