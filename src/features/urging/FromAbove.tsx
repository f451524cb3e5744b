import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOfficerRecords } from '#features/officer-records.ts';
import { isFor } from '#model/records/addressees.ts';
import { announcement, announcementOf } from '#model/records/announcement.ts';
import { useFormat } from '#ui/format.ts';
import { Notice } from '#ui/Notice.tsx';
import type { UrgingHere } from './use-urging.ts';

/** What the province last said to this commune about the period: it stands first, for it asks the reader. */
export const FromAbove = ({ here: { me, own, now, period } }: { here: UrgingHere }) => {
  const { t } = useTranslation('urging');
  const format = useFormat();
  const { rows } = useOfficerRecords(announcement.type);
  const path = me.units.map(({ id }) => id);
  const [latest] = (rows ?? [])
    .map(({ record }) => announcementOf(record))
    .filter((one) => one.urging?.period === period && one.unit !== own.id && !one.withdrawn && isFor(one.units, path))
    .sort((a, b) => b.at - a.at);
  if (!latest) return null;
  return (
    <Notice look="onPhone" icon={Megaphone} title={t('fromAbove', { when: format.instant(latest.at * 1000, now) })}>
      {latest.text}
    </Notice>
  );
};
