import { useLive } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { announcement } from '#model/records/announcement.ts';
import { readMark } from '#model/records/read-mark.ts';
import { recordsOfType } from '#store/records.ts';
import { toldTo, type Told } from './unread.ts';

/** What this phone's team was told, the last written first; undefined until the phone has looked. */
export const useTold = (): Told[] | undefined => {
  const me = useSituation();
  const known = useLive(async (db) => {
    const [told, marks] = await Promise.all([recordsOfType(db, announcement.type), recordsOfType(db, readMark.type)]);
    return { told, marks };
  });
  return me && known
    ? toldTo(
        me.person.unit,
        me.units.map(({ id }) => id),
        known,
      )
    : undefined;
};
