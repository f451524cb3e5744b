import '../support/node-bytes.ts';
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirmationId } from '#model/records/confirmation.ts';
import { reportTextName } from '#model/records/report-text.ts';
import { valueOf } from '#model/record.ts';
import { draft } from '#store/draft.ts';
import { recordById } from '#store/records.ts';
import { wantedViews } from '#store/views.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { cutOff, realOffice } from '../support/real-office.tsx';
import { write } from '../support/record-writes.ts';

// jsdom lays nothing out: what a style sheet would hide is there, and a whole report takes its time.
configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });

/** 15/11/2026, 9:30 in Vietnam: the morning after the period's last day. */
const morningAfter = Date.UTC(2026, 10, 15, 2, 30);
const place = '/bao-cao/18124/2026-11';

let province: TestProvince;
let time: number;
let hoa: Phone;
let officer: Phone;
beforeEach(async () => {
  time = thatEvening;
  province = await createProvince({ clock: { now: () => time } });
  hoa = await province.phone('villageMember');
  officer = await province.phone('communeOfficer');
  const evening = record(eveningInThon2({ counts: { TT_BUOI: 1, TT_NGUOI: 1204 }, date: '2026-11-10' }), {
    device: hoa.device,
    seq: 1,
    unit: '18124-02',
  });
  const confirmed = write(
    { type: 'confirmation', record: confirmationId('18124-02', '2026-11'), set: { state: 'confirmed' } },
    { device: hoa.device, seq: 2, unit: '18124-02', at: Math.floor(time / 1000) },
  );
  await province.push(hoa, [evening, confirmed]);
  time = morningAfter;
});
afterEach(async () => {
  cleanup();
  await province.close();
});

type Office = Awaited<ReturnType<typeof realOffice>>;
const at = async (office: Office, address: string) => {
  office.putAway();
  office.open(address);
  await waitFor(async () => expect((await wantedViews(office.db, office.clock)).length).toBeGreaterThan(0));
  await office.exchange();
  return office;
};
const opened = async (address = place, who = officer) => at(await realOffice(province, who), address);
const paper = () => screen.findByRole('region', { name: 'Các trang của báo cáo' });

describe('the report of a commune', () => {
  test('fills itself in: the figures in its sentences, its tables, the villages that have not confirmed', async () => {
    await opened();
    const pages = await paper();
    expect(pages.textContent).toContain('tổ chức 01 buổi tuyên truyền với 1.204 lượt người');
    expect(pages.textContent).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(within(pages).getAllByRole('table').length).toBeGreaterThanOrEqual(2);
    const villages = screen.getByRole('region', { name: 'Thôn xác nhận' });
    expect(villages.textContent).toContain('1/3');
    expect(within(villages).getAllByText('trễ 1 ngày')).toHaveLength(2);
    const stations = screen.getByRole('list', { name: 'Các chặng của báo cáo' });
    expect(stations.textContent).toContain('Thôn xác nhận1/3 thôn · hạn 14/11 · 2 trễ');
    expect(stations.textContent).toContain('Hạn là hôm nay');
  });

  test('W2: what is typed is a draft at once, and in the report when the part is left; the paper says it', async () => {
    const { user, db } = await opened(`${place}?muc=I.1`);
    const area = await screen.findByRole('textbox', { name: 'Văn bản đã ban hành' });
    fireEvent.change(area, { target: { value: 'Đã ban hành 02 văn bản, {{TT_BUOI}} buổi.' } });
    expect(screen.getByText('Đang gõ, nháp giữ trên máy này')).toBeTruthy();
    await waitFor(async () => expect((await draft(db, 'report:18124:2026-11:I.1'))?.value).toContain('02 văn bản'));
    await user.click(area);
    await user.tab();
    await screen.findByText(/^Đã lưu/);
    const row = await recordById(db, reportTextName('18124', '2026-11'));
    expect(valueOf(row?.record, 'I.1')).toBe('Đã ban hành 02 văn bản, {{TT_BUOI}} buổi.');
    expect(await draft(db, 'report:18124:2026-11:I.1')).toBeUndefined();
    expect((await paper()).textContent).toContain('Đã ban hành 02 văn bản, 01 buổi.');
  });

  test('words with a number that could be a citizen’s stay a draft, and it is said why', async () => {
    const { db } = await opened(`${place}?muc=V`);
    const area = await screen.findByRole('textbox', { name: 'Nội dung' });
    fireEvent.change(area, { target: { value: 'Ông A, 012345678901' } });
    fireEvent.blur(area);
    expect((await screen.findByRole('alert')).textContent).toMatch(/số/);
    expect((await draft(db, 'report:18124:2026-11:V'))?.value).toBe('Ông A, 012345678901');
    expect(await recordById(db, reportTextName('18124', '2026-11'))).toBeUndefined();
  });

  test('a figure is put right by hand only with a reason; the table keeps the book’s and says both', async () => {
    const { user } = await opened(`${place}?muc=II.6`);
    await user.click(await screen.findByRole('button', { name: /^1\.204: sửa tay/ }));
    const sheet = await screen.findByRole('dialog');
    fireEvent.change(within(sheet).getByRole('textbox', { name: 'Số trong báo cáo' }), { target: { value: '1.210' } });
    await user.click(within(sheet).getByRole('button', { name: 'Lưu' }));
    expect(within(sheet).getByText('Chưa có lý do. Hãy viết ngắn gọn vì sao.')).toBeTruthy();
    fireEvent.change(within(sheet).getByRole('textbox', { name: 'Lý do' }), { target: { value: 'thôn báo thêm' } });
    await user.click(within(sheet).getByRole('button', { name: 'Lưu' }));
    await waitFor(async () => expect((await paper()).textContent).toContain('với 1.210 lượt người'));
    expect((await paper()).textContent).toContain('1.204');
    expect((await paper()).textContent).toContain('Báo cáo ghi 1.210: thôn báo thêm');
  });

  test('closing asks first and names who is missing; then the words can no longer be written', async () => {
    const { user } = await opened(`${place}?muc=I.1`);
    await screen.findByRole('textbox', { name: 'Văn bản đã ban hành' });
    await user.click(screen.getByRole('button', { name: 'Chốt' }));
    const sheet = await screen.findByRole('dialog');
    expect(sheet.textContent).toContain('2 thôn chưa xác nhận:');
    expect(sheet.textContent).toMatch(/Thôn 1.*Thôn 3/);
    await user.click(within(sheet).getByRole('button', { name: 'Chốt' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Chốt' })).toBeNull());
    expect(screen.queryByRole('textbox', { name: 'Văn bản đã ban hành' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Đã làm' }).textContent).toContain('Xã chốt');
  });

  test('two officers close one month: the second is told who did it, and nothing is done twice', async () => {
    const second = await province.phone('communeOfficer');
    const minh = await opened(place, second);
    await screen.findByRole('button', { name: 'Chốt' });
    minh.putAway();
    const { user } = await opened();
    await user.click(await screen.findByRole('button', { name: 'Chốt' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Chốt' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Chốt' })).toBeNull());
    cleanup();
    minh.open(place);
    await minh.user.click(await screen.findByRole('button', { name: 'Chốt' }));
    await minh.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Chốt' }));
    expect((await screen.findByRole('alert')).textContent).toContain(officer.person.name);
    const steps = await province.db.selectFrom('report_step').selectAll().execute();
    expect(steps).toHaveLength(1);
  });

  test('without a network it opens as it was, can be written, and says that closing has to wait', async () => {
    const office = await opened(`${place}?muc=I.1`);
    await screen.findByRole('textbox', { name: 'Văn bản đã ban hành' });
    cutOff();
    const area = screen.getByRole('textbox', { name: 'Văn bản đã ban hành' });
    fireEvent.change(area, { target: { value: 'Viết khi mất mạng.' } });
    fireEvent.blur(area);
    await waitFor(async () => expect((await paper()).textContent).toContain('Viết khi mất mạng.'));
    await office.user.click(screen.getByRole('button', { name: 'Chốt' }));
    await office.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Chốt' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Chưa có mạng nên chưa làm được');
  });
});

test('a village that sent, and did not say that it is all, is named in the report', async () => {
  const minh = await province.phone('villageMember', '18124-01');
  await province.push(minh, [
    record(eveningInThon2({ counts: { VNEID_CAI: 2 }, date: '2026-11-11' }), {
      device: minh.device,
      seq: 1,
      unit: '18124-01',
    }),
  ]);
  await opened();
  expect((await paper()).textContent).toContain('01 thôn, tổ dân phố có số liệu nhưng chưa xác nhận: Thôn 1.');
});

describe('after a month is closed', () => {
  const closedMonth = async () => {
    const office = await opened();
    await office.user.click(await screen.findByRole('button', { name: 'Chốt' }));
    await office.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Chốt' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Chốt' })).toBeNull());
    return office;
  };
  const lateEvening = () =>
    record(eveningInThon2({ counts: { TT_BUOI: 2, TT_NGUOI: 30 }, date: '2026-11-11' }), {
      device: hoa.device,
      seq: 3,
      unit: '18124-02',
    });

  test('S3: what comes late is told, changes nothing, and enters by an amendment with a reason, with what it changed', async () => {
    const office = await closedMonth();
    expect((await province.push(hoa, [lateEvening()])).refused.map(({ code }) => code)).toEqual(['period-closed']);
    await at(office, place);
    const banner = await screen.findByRole('region', { name: 'Số liệu đến muộn' });
    expect(banner.textContent).toContain('1 lượt của tháng 11 đến muộn');
    expect((await paper()).textContent).toContain('với 1.204 lượt người');

    await office.user.click(within(banner).getByRole('button', { name: 'Lập bản điều chỉnh số 01' }));
    const sheet = await screen.findByRole('dialog');
    await office.user.click(within(sheet).getByRole('button', { name: 'Lập bản số 01' }));
    expect(within(sheet).getByText('Chưa có lý do. Hãy viết ngắn gọn vì sao.')).toBeTruthy();
    fireEvent.change(within(sheet).getByRole('textbox', { name: 'Lý do' }), { target: { value: 'mất sóng kéo dài' } });
    await office.user.click(within(sheet).getByRole('button', { name: 'Lập bản số 01' }));
    await waitFor(async () => expect((await paper()).textContent).toContain('với 1.234 lượt người'));
    expect(screen.queryByRole('region', { name: 'Số liệu đến muộn' })).toBeNull();
    expect((await paper()).textContent).toContain('(Bản điều chỉnh số 01)');
    const done = screen.getByRole('region', { name: 'Đã làm' });
    expect(done.textContent).toContain('Bản điều chỉnh số 01');
    expect(done.textContent).toContain('mất sóng kéo dài');
    expect(done.textContent).toMatch(/Xã Sơn Kim 1, Người dự: 1\.204 thành 1\.234/);
    expect(done.textContent).toMatch(/Thôn 2 \(mẫu\), Người dự: 1\.204 thành 1\.234/);
    const annex = within(await paper())
      .getByText('BẢNG ĐIỀU CHỈNH SỐ 01')
      .closest('article')!;
    expect(annex.textContent).toMatch(/xã Sơn Kim 1.*1\.2041\.23430/);
    expect(annex.textContent).toContain('Lý do: mất sóng kéo dài');
  });

  test('the province returns a report with a reason; its words can be written again, its figures stay', async () => {
    await closedMonth();
    cleanup();
    const top = await opened(place, await province.phone('provinceOfficer'));
    await top.user.click(await screen.findByRole('button', { name: 'Trả lại' }));
    const sheet = await screen.findByRole('dialog');
    fireEvent.change(within(sheet).getByRole('textbox', { name: 'Lý do' }), { target: { value: 'thiếu mục V' } });
    await top.user.click(within(sheet).getByRole('button', { name: 'Trả lại' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Trả lại' })).toBeNull());
    cleanup();
    await opened(`${place}?muc=V`, await province.phone('communeOfficer'));
    expect(await screen.findByRole('textbox', { name: 'Nội dung' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Gửi lại tỉnh' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Đã làm' }).textContent).toContain('Lý do: thiếu mục V');
    expect(screen.getByRole('region', { name: 'Tỉnh trả lại báo cáo' }).textContent).toContain('thiếu mục V');
    cleanup();
    await opened('/bao-cao', await province.phone('communeOfficer'));
    await screen.findByRole('link', { name: /^Tháng 11\/2026.*Tỉnh trả lại/ });
    expect(screen.getByRole('region', { name: 'Tháng 11/2026' })).toBeTruthy();
  });

  test('the province consolidates with communes missing, and names them', async () => {
    await closedMonth();
    cleanup();
    const top = await opened('/bao-cao/42/2026-11', await province.phone('provinceOfficer'));
    // What the report is made from is asked for once its page is there.
    await screen.findByRole('button', { name: 'Tổng hợp' });
    await top.exchange();
    await top.user.click(screen.getByRole('button', { name: 'Tổng hợp' }));
    const sheet = await screen.findByRole('dialog');
    expect(sheet.textContent).toContain('1 xã chưa chốt:');
    await top.user.click(within(sheet).getByRole('button', { name: 'Tổng hợp' }));
    expect(await screen.findByRole('button', { name: 'Tổng hợp lại' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Đã gửi VPCP' })).toBeTruthy();
    expect((await paper()).textContent).toContain('TỈNH HÀ TĨNH');
  });
});

test('the list names the months, and for the province the communes with how far they are', async () => {
  const top = await province.phone('provinceOfficer');
  await opened('/bao-cao', top);
  const communes = await screen.findByRole('region', { name: 'Xã chốt' });
  const first = within(communes).getAllByRole('link')[0];
  expect(first?.getAttribute('href')).toBe('/bao-cao/18124/2026-11');
  expect(screen.getByRole('link', { name: /^Tháng 11\/2026/ }).getAttribute('href')).toBe('/bao-cao/42/2026-11');
});
