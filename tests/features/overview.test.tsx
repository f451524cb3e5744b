import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { i18n } from '#app/i18n.ts';
import '../support/words.ts';
import { dashboardOf, entriesOf, figuresOf } from '#features/overview/addresses.ts';
import {
  at,
  communeOf,
  dashboardAbout,
  entryOf,
  figuresAbout,
  haTinh,
  pageOfEntries,
  rowOf,
  villageOf,
} from '../support/figures.ts';
import { newOffice } from '../support/office.tsx';

// Roles and names of a whole table are slow to work out on a machine with other work.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  await i18n.loadNamespaces(['overview', 'dashboard', 'obstacles']);
});
afterEach(async () => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
  await i18n.changeLanguage('vi');
});

const ofProvince = dashboardOf('42', '2026-11');
const sonKim1 = communeOf('18124', 'Sơn Kim 1');
const ofCommune = dashboardOf('18124', '2026-11');

const huongXuan = rowOf(communeOf('18532', 'Hương Xuân'), {
  totals: { VNEID_CAI: 1204, TT_BUOI: 12 },
  entries: 40,
  teams: 39,
  teamsReported: 23,
  lastReceivedAt: at('08:52'),
  devicesSeenAt: at('07:40'),
  devicesWaiting: 3,
});
const vungAng = rowOf(communeOf('18754', 'Vũng Áng', 'phuong'), {
  totals: { VNEID_CAI: 30 },
  entries: 21,
  teams: 32,
  teamsReported: 32,
  lastReceivedAt: at('21:04', '2026-11-09'),
  devicesSeenAt: at('08:31'),
});
const haLinh = rowOf(communeOf('18550', 'Hà Linh'), { teams: 31 });
const province = dashboardAbout(haTinh, [huongXuan, vungAng, haLinh]);

const village2 = rowOf(villageOf('18124', 2), {
  totals: { VNEID_CAI: 18 },
  entries: 4,
  teamsReported: 1,
  lastReceivedAt: at('08:52'),
  devicesSeenAt: at('08:52'),
});
const village10 = rowOf(villageOf('18124', 10, 'Thôn 10', true));
const commune = dashboardAbout(sonKim1, [village10, village2]);

/** All units below, not only those that want a word. */
const whole = { name: /^Số liệu các (xã, phường|thôn)/ };
const theTable = () => screen.getByRole('table', whole);
const rowNames = () =>
  within(theTable())
    .getAllByRole('rowheader')
    .map((head) => head.textContent);
const rowNamed = (name: string | RegExp) => within(theTable()).getByRole('row', { name });
const narrow = () =>
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));

describe('a province officer on Tuesday morning', () => {
  test('reads which month it is, how long there is, and how complete and fresh the sums are', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);

    expect(await screen.findByRole('heading', { level: 1, name: 'Tháng 11/2026' })).toBeTruthy();
    expect(screen.getByText(/Kỳ số liệu 15\/10–14\/11 · hôm nay thứ Ba 10\/11/)).toBeTruthy();
    expect(screen.getByText('Còn 10 ngày')).toBeTruthy();
    expect(
      await screen.findByText(/2\/3 xã, 55\/102 tổ có số liệu, tính đến 09:10 hôm nay · máy báo lúc 08:31 còn 3 lượt/),
    ).toBeTruthy();
    const sums = within(await screen.findByRole('region', { name: 'Đóng góp của Tổ' }));
    expect(sums.getByRole('heading', { name: /^Cài VNeID/ }).closest('a')?.textContent).toContain('1.234');
  });

  test('reads each row: teams, figures, nought as 0, nothing yet in words, newest data, what devices said', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);

    await screen.findByRole('table', whole);
    const xuan = within(rowNamed(/^Hương Xuân/));
    expect(xuan.getByText('23 trên 39 tổ đã gửi')).toBeTruthy();
    expect(xuan.getByText('08:52 hôm nay')).toBeTruthy();
    expect(xuan.getByText('07:40 còn 3 lượt')).toBeTruthy();
    expect(xuan.getByRole('link', { name: /Người dự: 0 / }).textContent).toBe('0');

    const ang = within(rowNamed(/^P\. Vũng Áng/));
    expect(ang.getByText('21:04 hôm qua')).toBeTruthy();
    expect(ang.getByText('08:31 đã gửi hết')).toBeTruthy();

    const linh = within(rowNamed(/^Hà Linh/));
    expect(linh.queryAllByRole('link', { name: /Cài VNeID/ })).toEqual([]);
    expect(linh.getAllByText('chưa có số liệu').length).toBeGreaterThan(4);
    expect(linh.getByText('chưa máy nào báo')).toBeTruthy();

    const foot = within(rowNamed(/^Cả tỉnh/));
    expect(foot.getByText('1.234')).toBeTruthy();
  });

  test('orders by any column with the keyboard alone, and the heads say how', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);
    await screen.findByRole('table', whole);
    expect(rowNames()).toEqual(['Hà Linh', 'Hương Xuân', 'P. Vũng Áng', 'Cả tỉnh']);

    const head = within(theTable()).getByRole('columnheader', { name: 'Cài VNeID' });
    within(head).getByRole('button').focus();
    await office.user.keyboard('{Enter}');
    await waitFor(() => expect(rowNames()).toEqual(['Hương Xuân', 'P. Vũng Áng', 'Hà Linh', 'Cả tỉnh']));
    expect(within(theTable()).getByRole('columnheader', { name: 'Cài VNeID' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await office.user.keyboard(' ');
    await waitFor(() => expect(rowNames()).toEqual(['P. Vũng Áng', 'Hương Xuân', 'Hà Linh', 'Cả tỉnh']));
    expect(within(theTable()).getByRole('columnheader', { name: 'Cài VNeID' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    expect(document.activeElement?.closest('th')?.textContent).toBe('Cài VNeID');
    expect(screen.getByTestId('address').textContent).toBe('/?xep=VNEID_CAI');
  });

  test('finds a commune without tone marks; the foot then sums what is in sight', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);
    await office.user.type(await screen.findByRole('textbox', { name: 'Tìm xã, phường' }), 'vung');

    expect(rowNames()).toEqual(['P. Vũng Áng', '1 dòng đang lọc']);
    expect(within(rowNamed(/^1 dòng đang lọc/)).getByText('30')).toBeTruthy();
    expect(screen.getByText('Tìm thấy 1 dòng')).toBeTruthy();

    await office.user.type(screen.getByRole('textbox'), 'zzz');
    expect(screen.getByText(/Không có tên nào khớp “vungzzz”/)).toBeTruthy();
    await office.user.keyboard('{Escape}');
    expect(rowNames()).toHaveLength(4);
  });

  test('goes down to a commune, to its villages, and back up', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, dashboardAbout(haTinh, [rowOf(sonKim1, { teams: 2 })]));
    await office.user.click(within(await screen.findByRole('table', whole)).getByRole('link', { name: 'Sơn Kim 1' }));
    await office.answers(ofCommune, commune);

    expect(await screen.findByRole('heading', { level: 1, name: 'Xã Sơn Kim 1' })).toBeTruthy();
    await waitFor(() => expect(rowNames()).toEqual(['Thôn 2', 'Thôn 10 (mẫu)', 'Cả xã']));
    expect(screen.getByText(/1\/2 thôn có số liệu/)).toBeTruthy();

    await office.user.click(within(theTable()).getByRole('link', { name: 'Thôn 2' }));
    await office.answers(
      dashboardOf('18124-02', '2026-11'),
      dashboardAbout(village2.unit, [], { ...village2, rows: [] }),
    );
    expect(await screen.findByRole('heading', { level: 1, name: 'Thôn 2' })).toBeTruthy();
    const above = within(screen.getByRole('navigation', { name: 'Đang xem' }));
    expect(await above.findByRole('link', { name: 'Xã Sơn Kim 1' })).toBeTruthy();
    await office.user.click(above.getByRole('link', { name: 'Tỉnh Hà Tĩnh' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Tháng 11/2026' })).toBeTruthy();
  });

  test('goes back to the period before, and no further on than the current one', async () => {
    const office = await newOffice();
    office.open();
    expect(await screen.findByRole('button', { name: /Kỳ sau/ })).toHaveProperty('disabled', true);
    await office.user.click(screen.getByRole('button', { name: 'Kỳ trước, tháng 10/2026' }));
    await office.answers(dashboardOf('42', '2026-10'), { ...province, period: '2026-10' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Tháng 10/2026' })).toBeTruthy();
    expect(screen.getByText(/Kỳ số liệu 15\/9–14\/10 · kỳ đã qua/)).toBeTruthy();
    const figure = within(await screen.findByRole('table', whole)).getByRole('link', { name: /Hương Xuân, Cài VNeID/ });
    expect(figure.getAttribute('href')).toBe('/tong-quan/18532/luot?chi-so=VNEID_CAI&ky=2026-10');
  });

  test('chooses columns, and finds the choice again on the next visit', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);
    expect(
      within(await screen.findByRole('table', whole)).getByRole('columnheader', { name: 'Cài VNeID' }),
    ).toBeTruthy();
    expect(within(theTable()).queryByRole('columnheader', { name: 'Vướng mắc' })).toBeNull();
    await office.user.click(screen.getByRole('button', { name: 'Cột' }));
    const sheet = within(screen.getByRole('dialog', { name: 'Chọn cột chỉ số' }));
    await office.user.click(sheet.getByRole('checkbox', { name: /^Vướng mắc/ }));
    await office.user.click(sheet.getByRole('checkbox', { name: /^Cài VNeID/ }));
    await office.user.click(sheet.getByRole('button', { name: 'Đóng' }));
    expect(within(theTable()).getByRole('columnheader', { name: 'Vướng mắc' })).toBeTruthy();

    office.putAway();
    office.open();
    expect(
      within(await screen.findByRole('table', whole)).getByRole('columnheader', { name: 'Vướng mắc' }),
    ).toBeTruthy();
    expect(within(theTable()).queryByRole('columnheader', { name: 'Cài VNeID' })).toBeNull();
  });

  test('copies the table for a spreadsheet: digits without points, unknown as an empty cell', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);
    await office.user.click(await screen.findByRole('button', { name: 'Chép bảng' }));
    expect(await screen.findByText('Đã chép bảng. Hãy dán vào Excel.')).toBeTruthy();
    const lines = (await navigator.clipboard.readText()).split('\r\n').map((line) => line.split('\t'));
    const column = lines[0]!.indexOf('Cài VNeID (người)');
    expect(lines.map((cells) => [cells[0], cells[column]])).toEqual([
      ['Xã, phường', 'Cài VNeID (người)'],
      ['xã Hà Linh', ''],
      ['xã Hương Xuân', '1204'],
      ['phường Vũng Áng', '30'],
    ]);
  });

  test('reads it in English', async () => {
    await i18n.changeLanguage('en');
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);
    expect(await screen.findByRole('heading', { level: 1, name: 'November 2026' })).toBeTruthy();
    expect(await screen.findByText(/2\/3 communes, 55\/102 teams have data, as of 09:10 today/)).toBeTruthy();
    expect(screen.getByText('10 days left')).toBeTruthy();
  });
});

describe('in the days after a period has ended', () => {
  test('on the 16th the December period runs, and the November report that is still owed is one link away', async () => {
    const office = await newOffice('provinceOfficer', Date.parse('2026-11-16T08:00:00+07:00'));
    office.open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Tháng 12/2026' })).toBeTruthy();
    expect(screen.getByText('Còn 4 ngày')).toBeTruthy();
    await office.user.click(screen.getByRole('link', { name: 'Xem số liệu tháng 11' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Tháng 11/2026' })).toBeTruthy();
    await office.wanted(ofProvince);
  });
});

describe('a commune officer', () => {
  test('sees the villages of the own commune at once, closed periods marked', async () => {
    const office = await newOffice('communeOfficer');
    office.open();
    await office.answers(ofCommune, { ...commune, closed: true });
    // Beside the period, and at the foot of the column of newest data.
    await waitFor(() => expect(screen.getAllByText('Đã chốt')).toHaveLength(2));
    expect(screen.getByText('Còn 5 ngày')).toBeTruthy();
    expect(within(rowNamed(/^Thôn 2/)).getByRole('link', { name: /Cài VNeID: 18/ })).toBeTruthy();
  });

  test('has no villages in the list yet: reads what to do', async () => {
    const office = await newOffice('communeOfficer');
    office.open();
    await office.answers(ofCommune, dashboardAbout(sonKim1, []));
    expect(await screen.findByText(/Xã chưa có thôn nào/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mở Địa bàn' }).getAttribute('href')).toBe('/dia-ban/18124');
  });

  test('nobody has sent yet: no nought is shown where nothing is known', async () => {
    const office = await newOffice('communeOfficer');
    office.open();
    await office.answers(ofCommune, dashboardAbout(sonKim1, [village10]));
    expect(await screen.findByText(/Chưa thôn nào gửi số liệu kỳ này/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Cài VNeID: \d/ })).toBeNull();
  });

  test('asks for another commune and is told in plain words, with a way back', async () => {
    const office = await newOffice('communeOfficer');
    office.open('/tong-quan/18532');
    await office.refuses(dashboardOf('18532', '2026-11'), 'unit-out-of-scope');
    expect((await screen.findByRole('alert')).textContent).toMatch(/ngoài địa bàn của bạn/);
    await office.user.click(screen.getByRole('link', { name: 'Về địa bàn của bạn' }));
    await office.wanted(ofCommune);
  });
});

describe('without a network', () => {
  test('what was kept yesterday is shown, and its age is said', async () => {
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);
    await screen.findByRole('table', whole);
    office.putAway();

    office.clock.pass(24 * 60 * 60 * 1000);
    await office.cutOff();
    office.open();
    expect(await screen.findByText('Chưa có mạng. Bảng này tính đến 09:10 hôm qua.')).toBeTruthy();
    expect(rowNames()).toHaveLength(4);
  });

  test('never loaded: says so, and shows the table by itself when it comes', async () => {
    const office = await newOffice();
    await office.cutOff();
    office.open();
    expect(await screen.findByText(/Chưa có mạng, và máy này chưa từng tải bảng này/)).toBeTruthy();
    await office.answers(ofProvince, province);
    expect(await screen.findByRole('table', whole)).toBeTruthy();
  });
});

describe('on a phone', () => {
  test('the table is a list with one measure; another is chosen and remembered', async () => {
    narrow();
    const office = await newOffice();
    office.open();
    await office.answers(ofProvince, province);
    expect((await screen.findAllByRole('link', { name: 'Hương Xuân' })).length).toBeGreaterThan(0);
    expect(screen.queryByRole('table', whole)).toBeNull();
    await office.user.click(screen.getByRole('button', { name: /^Chỉ số: / }));
    const sheet = within(screen.getByRole('dialog', { name: 'Cách xem' }));
    await office.user.click(sheet.getByRole('radio', { name: /^Cài VNeID/ }));
    await office.user.click(sheet.getByRole('radio', { name: 'Số lớn trước' }));
    await office.user.click(sheet.getByRole('button', { name: 'Đóng' }));
    const list = screen.getAllByRole('list').find((one) => within(one).queryByRole('link', { name: 'Hương Xuân' }))!;
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => within(item).getAllByRole('link')[0]!.textContent),
    ).toEqual(['Hương Xuân', 'P. Vũng Áng', 'Hà Linh']);
    expect(within(list).getByRole('link', { name: /Hương Xuân, Cài VNeID: 1\.204/ })).toBeTruthy();

    office.putAway();
    office.open();
    expect(await screen.findByRole('button', { name: 'Chỉ số: Cài VNeID' })).toBeTruthy();
  });
});

describe('the entries behind a figure', () => {
  const place = '/tong-quan/18124-02/luot?chi-so=VNEID_CAI&ky=2026-11';
  const figures = figuresOf('18124-02', '2026-11');
  const entries = (after?: string) => entriesOf('18124-02', '2026-11', 'VNEID_CAI', after);
  const aboutVillage = (VNEID_CAI: number) =>
    figuresAbout(village2.unit, [], { ...village2, totals: { VNEID_CAI }, rows: [] });
  const corrected = entryOf(1, { VNEID_CAI: 5 });
  corrected.revisions.push({
    ...corrected.revisions[0]!,
    content: { ...corrected.revisions[0]!.content, counts: { VNEID_CAI: 4, TT_BUOI: 1 } },
    seq: 2,
    at: at('08:00'),
    reason: 'Đếm lại sổ',
  });
  const withdrawn = entryOf(
    3,
    { VNEID_CAI: 7 },
    {
      withdrawal: { device: 17, seq: 4, at: at('08:10'), by: 6, reason: 'Ghi trùng' },
    },
  );

  test('add up to it: corrections struck through with their reason, withdrawn ones shown and not counted', async () => {
    const office = await newOffice();
    office.open(place);
    await office.answers(figures, aboutVillage(18));
    await office.answers(
      entries(),
      pageOfEntries(village2.unit, [withdrawn, corrected, entryOf(5, { VNEID_CAI: 14 })]),
    );

    expect(await screen.findByText(/2 lượt dưới đây cộng lại đúng bằng số trong bảng/)).toBeTruthy();
    const [first, second] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading'));
    expect(within(first!).getByText('Đã rút')).toBeTruthy();
    expect(within(first!).getByText('không tính')).toBeTruthy();
    expect(within(first!).getByText(/Trần Văn Bình rút 08:10 hôm nay: Ghi trùng/)).toBeTruthy();
    expect(within(second!).getByText(/Nguyễn Thị Hoa sửa 08:00 hôm nay: Đếm lại sổ/)).toBeTruthy();
    expect(within(second!).getByText('Cài VNeID: từ 5 thành 4')).toBeTruthy();
    expect(second!.querySelector('del')?.textContent).toBe('5');
    expect(within(second!).getByText(/Nhà văn hoá thôn · Họp thôn, tổ dân phố · Nguyễn Thị Hoa ghi/)).toBeTruthy();
  });

  test('an entry came after the table was made: the difference is said, not hidden', async () => {
    const office = await newOffice();
    office.open(place);
    await office.answers(figures, aboutVillage(18));
    await office.answers(
      entries(),
      pageOfEntries(village2.unit, [entryOf(1, { VNEID_CAI: 18 }), entryOf(2, { VNEID_CAI: 2 })], {
        asOf: at('09:12'),
      }),
    );
    expect(await screen.findByText(/cộng lại 20: số liệu mới hơn bảng/)).toBeTruthy();
  });

  test('there are more than fit on a page: the rest comes when asked for', async () => {
    const office = await newOffice();
    office.open(place);
    await office.answers(figures, aboutVillage(18));
    await office.answers(
      entries(),
      pageOfEntries(village2.unit, [entryOf(2, { VNEID_CAI: 10 })], { next: '2026-11-09/17-2' }),
    );
    expect(await screen.findByText(/Đang hiện 1 lượt mới nhất, cộng lại 10/)).toBeTruthy();
    await office.user.click(screen.getByRole('button', { name: 'Xem tiếp' }));
    await office.answers(entries('2026-11-09/17-2'), pageOfEntries(village2.unit, [entryOf(1, { VNEID_CAI: 8 })]));
    expect(await screen.findByText(/2 lượt dưới đây cộng lại đúng bằng số trong bảng/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Xem tiếp' })).toBeNull();
  });

  test('no entry counts this measure', async () => {
    const office = await newOffice();
    office.open(place);
    await office.answers(entries(), pageOfEntries(village2.unit, []));
    expect(await screen.findByText('Kỳ này chưa có lượt nào ghi chỉ số này.')).toBeTruthy();
  });

  test('the province refuses: in plain words', async () => {
    const office = await newOffice('communeOfficer');
    office.open('/tong-quan/18532/luot?chi-so=VNEID_CAI&ky=2026-11');
    await office.refuses(entriesOf('18532', '2026-11', 'VNEID_CAI'), 'unit-out-of-scope');
    expect((await screen.findByRole('alert')).textContent).toMatch(/ngoài địa bàn của bạn/);
  });
});

test('villages without a word for a week are named, the longest first; whoever has sent is not', async () => {
  const spoke = rowOf(villageOf('18124', 1), { lastWordAt: at('08:00', '2026-11-08') });
  const quiet = rowOf(villageOf('18124', 3), { lastWordAt: at('08:00', '2026-11-01') });
  const never = rowOf(villageOf('18124', 4), { lastWordAt: null });
  const fromAnOlderProvince = rowOf(villageOf('18124', 5));
  const office = await newOffice('communeOfficer');
  office.open('/');
  await office.answers(ofCommune, dashboardAbout(sonKim1, [spoke, quiet, never, fromAnOlderProvince]));

  const said = await screen.findByText('2 thôn, tổ không gửi gì từ 7 ngày trở lên');
  const named = within(said.closest('details')!).getAllByRole('link', { hidden: true });
  expect(named.map((link) => link.textContent)).toEqual(['Thôn 4 chưa gửi lần nào', 'Thôn 3 9 ngày']);
});
