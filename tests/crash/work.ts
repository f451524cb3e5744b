import { dayInVietnam } from '#model/day.ts';
import type { EntryContent } from '#model/entry-content.ts';
import type { RecordId } from '#model/operation.ts';
import { correctEntry } from '#store/correct-entry.ts';
import { recordHelp } from '#store/record-help.ts';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import type { Written } from '#store/write-change.ts';
import type { Seeded } from '../simulation/seeded.ts';
import type { SocketPhone } from './phone.ts';

/** What the person of a phone does meanwhile. No two contents are alike, so that one which counts twice is seen. */
export const workOn = ({ db, clock, answer }: SocketPhone, { below, happens, oneOf }: Seeded) => {
  const mine: RecordId[] = [];
  let count = 0;
  const content = (): EntryContent => ({
    date: dayInVietnam(clock.now()),
    place: 'nha-van-hoa',
    channel: 'to-dan-pho',
    counts: { VNEID_CAI: 1 + below(20), DVC_HD: 1 + below(5) },
    note: `Lượt ${answer.device}.${++count}`,
  });
  const once = async (): Promise<Written> => {
    if (mine.length === 0 || happens(0.7)) return recordHelp(db, clock, content());
    const entry = oneOf(mine);
    if (happens(0.7)) return correctEntry(db, clock, { entry, content: content(), reason: `Nhầm ${count}` });
    mine.splice(mine.indexOf(entry), 1);
    return withdrawEntry(db, clock, { entry, reason: `Trùng ${++count}` });
  };
  return async (): Promise<void> => {
    for (let left = 1 + below(6); left > 0; left -= 1) {
      const written = await once();
      if (written.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(written)}`);
      if (!mine.includes(written.entry) && `${answer.device}-${written.seq}` === written.entry)
        mine.push(written.entry);
    }
  };
};
