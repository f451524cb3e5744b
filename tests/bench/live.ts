import { addDays, dayInVietnam } from '#model/day.ts';
import { record } from '../support/operations.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { deliver, newVillager, openAppBench, preparedPhone } from './app-phone.ts';
import { figure, percentile, type Figure } from './figure.ts';
import { closingAll } from './opened.ts';
import { signInByHttp } from '../support/officer.ts';
import { paths } from '#protocol/version.ts';

/** The commune of the demonstration village. */
const commune = '18196';
const village = '18196-demo1';
const rounds = 40;

/** In the page: when the words stand on the screen, by the machine's clock. */
const seen = (words: string) => `new Promise((resolve) => {
  const look = () => {
    if (!document.body.innerText.includes(${JSON.stringify(words)})) return;
    seeing.disconnect();
    resolve(Date.now());
  };
  const seeing = new MutationObserver(look);
  seeing.observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
})`;

/**
 * Milliseconds from the receipt of a push, which follows its commit (rule S1), until the new sum stands on a commune officer's open
 * screen, in a real Chromium: its 95th percentile. Beside it a plain request of the officer's dashboard, in turn.
 */
export const live = (): Promise<Figure[]> =>
  closingAll(async (later) => {
    const { province, way } = await openAppBench(later);
    const hoa = await newVillager(province, 'Lê Thị Hoa');
    const yesterday = addDays(dayInVietnam(Date.now()), -1);
    let seq = 0;
    const help = (count: number) =>
      deliver(province, hoa, [
        record(eveningInThon2({ counts: { VNEID_CAI: count }, date: yesterday }), {
          device: hoa.device,
          seq: ++seq,
          unit: village,
          at: Math.floor(Date.now() / 1000),
        }),
      ]);
    for (let time = 0; time < 10; time++) await help(100);

    const officer = await newVillager(province, 'Phạm Văn Minh', { role: 'communeOfficer', unit: commune });
    const plain = await signInByHttp(province.url, await province.invite('communeOfficer', commune, 'Người đo'));
    const { phone } = await preparedPhone(way.url, officer, [], 'received', later);
    const page = await phone.context().newPage();
    await page.goto(way.url);
    await page.evaluate(seen('1.000'));
    // The stream is there a moment after the screen.
    await page.waitForTimeout(3_000);

    const [ours, reference]: [number[], number[]] = [[], []];
    for (let round = 1; round <= rounds; round++) {
      const shown = page.evaluate<number>(seen(`1.${String(round).padStart(3, '0')}`));
      await help(1);
      const received = Date.now();
      ours.push(Math.max(0, (await shown) - received));
      const asked = performance.now();
      const answer = await plain.get(paths.dashboard);
      await answer.json();
      reference.push(performance.now() - asked);
      // News that come in quick succession are read together; here each is to be alone.
      await page.waitForTimeout(800);
    }
    return [figure('live-p95', percentile(ours, 0.95), 'ms', percentile(reference, 0.95))];
  });
