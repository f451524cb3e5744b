import type { Page } from 'playwright-core';
import { deliver, entriesUpToNow, inPage, newVillager, openAppBench, preparedPhone } from './app-phone.ts';
import { figure, inTurn, type Figure } from './figure.ts';
import { closingAll, type Later } from './opened.ts';

const many = 100_000;
const few = 1_000;

/**
 * Noted by the page itself: milliseconds from the navigation until Hôm nay can be read and used: the way to log and the
 * latest entries or, where there are none, the offer to log the first. The month's sums have their place and may follow.
 */
const notesUsable = `globalThis.usable = new Promise((resolve) => {
  const there = () => document.querySelector('nav a[href="/ghi"]') && (
    document.querySelector('main a[href="/so-lieu"]') && document.querySelector('main a[href^="/nhat-ky/"]') ||
    document.querySelector('main a[href="/ghi"]'));
  const look = () => {
    if (!there()) return;
    resolve(performance.now());
    seeing.disconnect();
  };
  const seeing = new MutationObserver(look);
  seeing.observe(document, { subtree: true, childList: true });
})`;

const usable = (page: Page) => page.evaluate<number>('usable');

type Bench = Awaited<ReturnType<typeof openAppBench>>;

/** A phone whose entries the province has, that was opened and has agreed with it once, and is switched off. */
const settledPhone = async ({ province, way }: Bench, entries: number, later: Later) => {
  const me = await newVillager(province, `Người ghi ${entries}`);
  const work = entriesUpToNow(entries, me.device);
  await deliver(province, me, work);
  const { phone, bundle } = await preparedPhone(way.url, me, work, 'received', later);
  await phone.switchOff();

  /** Opens the app as from the home screen, looks at it, and switches the phone off. */
  const opened = async <T>(look: (page: Page) => Promise<T>): Promise<T> => {
    await phone.switchOn();
    const page = await phone.context().newPage();
    await page.addInitScript(notesUsable);
    await page.goto(way.url);
    await usable(page);
    const seen = await look(page);
    await phone.switchOff();
    return seen;
  };
  const synced = async (page: Page) => {
    const now = Date.now();
    await page.evaluate(bundle);
    await page.evaluate('dispatchEvent(new Event("online"))');
    await inPage(page, 'synced', now);
  };
  await opened(synced);
  return {
    start: () => opened(usable),
    heap: () =>
      opened(async (page) => {
        await synced(page);
        const session = await page.context().newCDPSession(page);
        for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize;
      }),
  };
};

/** Bytes of JS heap after opening, with the garbage out, beside a phone with 1,000 entries. */
export const heapWithMany = (): Promise<Figure> =>
  closingAll(async (later) => {
    const bench = await openAppBench(later);
    const full = await settledPhone(bench, many, later);
    const light = await settledPhone(bench, few, later);
    return figure('heap-100k', await full.heap(), 'bytes', await light.heap());
  });

/** Milliseconds to a usable Hôm nay, the browser itself just started, beside a phone with no entries, in turn. */
export const startWithMany = (rounds = 7): Promise<Figure> =>
  closingAll(async (later) => {
    const bench = await openAppBench(later);
    const full = await settledPhone(bench, many, later);
    const empty = await settledPhone(bench, 0, later);
    const { ours, reference } = await inTurn(rounds, full.start, empty.start);
    return figure('start-100k', ours, 'ms', reference);
  });
