import { BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOfficerRecords } from '#features/officer-records.ts';
import { RecordWhere, whereInAll } from '#features/RecordWhere.tsx';
import { useUnitWords } from '#features/unit-words.ts';
import { announcement, announcementOf } from '#model/records/announcement.ts';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import type { UrgingHere } from './use-urging.ts';
import css from './Urging.module.css';

/** What was said to those who were late with this period, the newest first. */
export const Urged = ({ here: { me, own, level, now, period } }: { here: UrgingHere }) => {
  const { t } = useTranslation('urging');
  const words = useUnitWords();
  const format = useFormat();
  const { rows, units } = useOfficerRecords(announcement.type);
  const what = t(`what.${level}`, { count: 2 });
  const urgings = (rows ?? [])
    .map((row) => ({ row, one: announcementOf(row.record) }))
    .filter(({ one }) => one.urging?.period === period && !one.withdrawn)
    .sort((a, b) => b.one.at - a.one.at);
  if (urgings.length === 0) return <Empty icon={BellRing}>{t('urgedNone', { what })}</Empty>;
  const known = new Map([...units, ...me.units].map((unit) => [unit.id, unit]));
  const nameOf = (id: string) => {
    const unit = known.get(id);
    return unit ? words.short(unit) : id;
  };
  return (
    <>
      <Card as="ul">
        {urgings.map(({ row, one }) => (
          <li key={one.id} className={css.urged}>
            <h2>{one.title}</h2>
            <p className={css.quiet}>
              {format.instant(one.at * 1000, now)} ·{' '}
              {one.unit === own.id
                ? one.by === me.person.id
                  ? t('you')
                  : (me.team.find(({ id }) => id === one.by)?.name ?? t('colleague'))
                : nameOf(one.unit)}
              {' · '}
              {one.units === 'all' ? t('toAll', { what }) : one.units.map(nameOf).join(', ')}
            </p>
            <p className={css.text}>{one.text}</p>
            {whereInAll(row) !== 'received' && <RecordWhere where={whereInAll(row)} />}
          </li>
        ))}
      </Card>
      <p>
        <Link to="/thong-bao" className={css.link}>
          {t('whoRead')}
        </Link>
      </p>
    </>
  );
};
