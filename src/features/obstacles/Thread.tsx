import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLive, useNow } from '#features/handbook.tsx';
import { RecordConflicts } from '#features/RecordConflicts.tsx';
import { whereIs } from '#features/RecordWhere.tsx';
import { useSituation } from '#features/situation.ts';
import { dayInVietnam } from '#model/day.ts';
import { isLate, obstacleOf, whoseMove, type Obstacle } from '#model/records/obstacle.ts';
import type { UnitLevel } from '#model/unit.ts';
import type { RecordRow } from '#store/database.ts';
import { draft } from '#store/draft.ts';
import { recordById } from '#store/records.ts';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { HeldUp } from './HeldUp.tsx';
import { MessageBubble } from './MessageBubble.tsx';
import { MoveTag } from './MoveTag.tsx';
import { useObstacleWords, type Named, type ObstacleWords } from './obstacle-words.ts';
import { Progress } from './Progress.tsx';
import { replyForm, TeamFoot, type Reply } from './TeamFoot.tsx';
import { threadOf } from './thread.ts';
import { useWrite, type ObstacleChange } from './use-write.ts';
import css from './Thread.module.css';

/** One obstacle of the team: how far it has come, what was said, and what the team can say. */
const Thread = () => {
  const { obstacle: id = '' } = useParams();
  const me = useSituation();
  const known = useLive(async (db) => ({ row: await recordById(db, id) }), [id]);
  const kept = useLive(async (db) => ({ found: (await draft<Reply>(db, replyForm(id)))?.value }), [id]);
  const [found, setFound] = useState<typeof kept>();
  if (!found && kept) setFound(kept);
  if (!me || !known || !found) return null;
  const { row } = known;
  if (!row) return <NotFound />;
  const { person, units, team } = me;
  return (
    <ThreadOf row={row} level="village" units={units} nameOf={(by) => team.find((one) => one.id === by)?.name}>
      {(one) => <TeamFoot key={id} of={one} person={person} found={found.found} />}
    </ThreadOf>
  );
};
export default Thread;

export const NotFound = () => {
  const { t } = useTranslation('obstacles');
  return (
    <>
      <TopBar title={t('title')} back="/vuong-mac" />
      <Empty
        action={
          <Link to="/vuong-mac" className={css.way}>
            {t('toList')}
          </Link>
        }
      >
        {t('notFound')}
      </Empty>
    </>
  );
};

type Props = {
  row: RecordRow;
  level: UnitLevel;
  units: readonly Named[];
  nameOf: (by: number) => string | undefined;
  /** Where a write starts from, where the device does not hold the record itself. */
  base?: ObstacleChange['base'];
  children: (one: Obstacle, words: ObstacleWords) => React.ReactNode;
};

/** The thread as everybody reads it; what a reader can say comes from outside. */
export const ThreadOf = ({ row, level, units, nameOf, base, children }: Props) => {
  const { t } = useTranslation('obstacles');
  const today = dayInVietnam(useNow());
  const words = useObstacleWords(units);
  const { write } = useWrite();
  const one = obstacleOf(row.record);
  const messages = threadOf(row.record);
  return (
    <div className={css.page}>
      <TopBar title={t('title')} back="/vuong-mac" />
      <div className={css.head}>
        <h2>{words.kind(one.kind)}</h2>
        <p>{words.about(one, today, level)}</p>
        <HeldUp of={one} />
        {/* That it waits for somebody above, the steps say themselves. */}
        {(whoseMove(one) === 'village' || isLate(one, today)) && (
          <p className={css.move}>
            <MoveTag of={one} today={today} words={words} me={level} />
          </p>
        )}
        <Progress of={one} />
      </div>
      <section className={css.thread} aria-label={t('thread')}>
        <RecordConflicts
          record={row.record}
          nameOf={nameOf}
          inWords={words.field}
          keep={(field, value) =>
            void write([{ record: row.id, unit: row.unit, set: { [field]: value }, ...(base && { base }) }])
          }
        />
        <ol>
          {messages.map((message) => (
            <MessageBubble
              key={message.op + message.what}
              message={message}
              of={one}
              me={level}
              words={words}
              where={whereIs(row, message.op)}
            />
          ))}
        </ol>
      </section>
      {children(one, words)}
    </div>
  );
};
