import { useLive } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { newestRevision } from '#model/entry.ts';
import { usualChannel, type Place } from '#model/place.ts';
import { lastEntryByMe } from '#store/journal.ts';
import { survey } from '#store/survey.ts';
import { Begin } from '#features/ask/Begin.tsx';
import { Kiosk } from '#features/ask/Kiosk.tsx';
import { Result } from '#features/ask/Result.tsx';

/** Asking residents whether they are satisfied. Where it was left off is on the phone, so a restart goes on there. */
const Ask = () => {
  const known = useSituation();
  const seen = useLive(async (db) => ({ now: await survey(db), last: await lastEntryByMe(db) }));
  if (!known || !seen) return null;
  const { now, last } = seen;
  if (now) return now.handedOver ? <Kiosk /> : <Result survey={now} situation={known} />;
  const lastPlace = last && newestRevision(last.entry).content.place;
  return <Begin place={lastPlace && lastPlace in usualChannel ? (lastPlace as Place) : 'nha-van-hoa'} />;
};
export default Ask;
