import { MessageCircleWarning, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLive, useNow } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { dayInVietnam } from '#model/day.ts';
import { obstacle, obstacleOf, whoseMove } from '#model/records/obstacle.ts';
import type { RecordRow } from '#store/database.ts';
import { recordsOfType } from '#store/records.ts';
import { Button } from '#ui/Button.tsx';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import { ObstacleLine } from './ObstacleLine.tsx';
import { useObstacleWords } from './obstacle-words.ts';
import css from './Obstacles.module.css';

const ageOfRow = ({ record }: RecordRow) => obstacleOf(record).raisedAt;
const isOpen = ({ record }: RecordRow) => obstacleOf(record).solvedAt === null;
const isOurs = ({ record }: RecordRow) => whoseMove(obstacleOf(record)) === 'village';

/** What the village's team is stuck on: what waits for the team first, then the oldest. */
const Obstacles = () => {
  const { t } = useTranslation('obstacles');
  const go = useNavigate();
  const today = dayInVietnam(useNow());
  const me = useSituation();
  const rows = useLive((db) => recordsOfType(db, obstacle.type));
  const words = useObstacleWords(me?.units ?? []);
  if (!me || !rows) return null;
  const own = rows.filter(({ unit }) => unit === me.person.unit).sort((a, b) => ageOfRow(a) - ageOfRow(b));
  const open = own.filter(isOpen).sort((a, b) => Number(isOurs(b)) - Number(isOurs(a)));
  const solved = own.filter((row) => !isOpen(row)).reverse();
  const list = (title: 'open' | 'solvedList', of: RecordRow[]) =>
    of.length > 0 && (
      <section aria-labelledby={title}>
        <h2 id={title}>{t(title)}</h2>
        <Card as="ul">
          {of.map((row) => (
            <ObstacleLine key={row.id} row={row} today={today} words={words} />
          ))}
        </Card>
      </section>
    );
  return (
    <div className={css.page}>
      <TopBar title={t('title')} back="/them" />
      <div className={css.lists}>
        {own.length === 0 && <Empty icon={MessageCircleWarning}>{t('empty')}</Empty>}
        {list('open', open)}
        {list('solvedList', solved)}
      </div>
      <div className={css.foot}>
        <Button look="primary" icon={Plus} onClick={() => void go('/vuong-mac/bao')}>
          {t('report')}
        </Button>
      </div>
    </div>
  );
};
export default Obstacles;
