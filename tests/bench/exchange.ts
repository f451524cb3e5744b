import { figure, type Figure } from './figure.ts';
import { deliver, entriesUpToNow, inPage, newVillager, openAppBench, preparedPhone } from './app-phone.ts';
import { withoutNetwork, type LineName, type Traffic } from './line.ts';
import { closingAll } from './opened.ts';
import { pouchSeconds } from './pouch.ts';

export type Direction = 'push' | 'pull';
const entries = 10_000;

type Measured = { seconds: number; traffic: Traffic };

/**
 * The real app in a real Chromium: it stands open without a network; from the moment a line is there until every entry's
 * receipt is on the phone's disk, or every entry of a colleague is.
 */
const ours = (direction: Direction, line: LineName): Promise<Measured> =>
  closingAll(async (later) => {
    const { province, way } = await openAppBench(later);
    const me = await newVillager(province, 'Lê Thị Hoa');
    const writer = direction === 'push' ? me : await newVillager(province, 'Trần Văn Nam');
    const work = entriesUpToNow(entries, writer.device, 30);
    if (direction === 'pull') await deliver(province, writer, work);
    const { phone, bundle } = await preparedPhone(way.url, me, direction === 'push' ? work : [], 'waiting', later);
    const page = await phone.context().newPage();
    const { giveLine } = await withoutNetwork(page);
    await page.goto(way.url);
    await page.evaluate(bundle);
    await inPage(page, 'failed');
    way.reset();
    const started = Date.now();
    await giveLine(line);
    const ended = await inPage<number>(page, direction === 'push' ? 'drained' : 'pulled', entries);
    await inPage(page, 'synced', started);
    return { seconds: (ended - started) / 1000, traffic: way.traffic() };
  });

const told = ({ seconds, traffic: { requests, up, down } }: Measured) => ({ seconds, requests, up, down });

/** Seconds of 10,000 entries over a slow line, ours beside PouchDB's in batches of 100 (its default) or of 1,000. */
export const exchange = async (direction: Direction, line: LineName, tuned: boolean): Promise<Figure> => {
  const name = `${direction}-10000-${line}${tuned ? '-tuned' : ''}`;
  const mine = await ours(direction, line);
  process.stderr.write(`${name}: ours ${JSON.stringify(told(mine))}\n`);
  const theirs = await pouchSeconds(
    direction,
    line,
    entriesUpToNow(entries, 17, 30),
    tuned ? 1_000 : undefined,
    (done) => process.stderr.write(`${name}: PouchDB has moved ${done} of ${entries}\n`),
  );
  process.stderr.write(`${name}: PouchDB ${JSON.stringify(told(theirs))}\n`);
  const { requests, up, down } = mine.traffic;
  const peer = theirs.traffic;
  return {
    ...figure(name, mine.seconds, 'seconds', theirs.seconds),
    requests: [requests, peer.requests],
    bytes: [up + down, peer.up + peer.down],
  };
};
