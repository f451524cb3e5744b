import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { link } from '#store/link.ts';
import { outbox } from '#store/outbox.ts';
import { writeRecord } from '#store/write-record.ts';
import { chalkboard, sweeping } from '../support/chalkboard.ts';
import { address, openAt, villagePhone } from '../support/village-phone.tsx';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'share');
});

const atHome = { date: '2026-11-07', place: 'tai-nha', channel: 'tan-nha', counts: { VNEID_CAI: 12 } };
const tap = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const refusedForItsPeriod = async () => {
  const phone = await villagePhone();
  await phone.wrote({ ...atHome, date: '2026-10-13' });
  await phone.provinceAnswers(1, [{ seq: 1, code: 'period-closed', params: { period: '2026-10' } }]);
  return phone;
};

test('nothing was ever written: nothing is said to have been sent', async () => {
  openAt(await villagePhone(), '/hop-gui');
  expect(await screen.findByText('Chưa có gì để gửi')).toBeDefined();
  expect(screen.queryByText('Đã gửi hết')).toBeNull();
});

test('all is received: it says so, and that the sums agree', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome);
  await phone.provinceAnswers(1, []);
  openAt(phone, '/hop-gui');
  expect(await screen.findByText('Đã gửi hết')).toBeDefined();
});

test('a write to a record is called by what it is, and waits like everything else', async () => {
  const phone = await villagePhone();
  const duty = { record: 'sweeping:18124-02:2026-11', set: { done: true } };
  await writeRecord(phone.db, phone.clock, { ...sweeping, type: 'progress' }, '18124-02', duty);
  openAt(phone, '/hop-gui');
  expect(await screen.findByText('Tiến độ một việc')).toBeDefined();
  expect(screen.getByText('Còn 1 mục trên máy này')).toBeDefined();
});

test('P5: a refused write says why; let go, it is not said to lie in the journal', async () => {
  const phone = await villagePhone();
  const board = { ...chalkboard, type: 'obstacle' };
  await writeRecord(phone.db, phone.clock, board, '18124-02', { set: { text: 'Mất sóng' } });
  await phone.provinceAnswers(1, [{ seq: 1, code: 'unit-not-yours' }]);
  openAt(phone, '/hop-gui');
  expect(await screen.findByRole('heading', { name: 'Vướng mắc' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Sửa/ })).toBeNull();
  await tap(/^Thôi không gửi mục này/);
  expect(await screen.findByText('Đã thôi gửi mục này. Máy vẫn giữ lại.')).toBeDefined();
  await waitFor(async () => expect((await outbox(phone.db)).attention).toEqual([]));
});

test('storage that fails is not blamed on the network', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome);
  await phone.notes({ kind: 'phone', at: phone.clock.now(), nextTryAt: phone.clock.now() + 60_000 });
  openAt(phone, '/hop-gui');
  expect(await screen.findByText(/Máy không đọc được bộ nhớ của sổ/)).toBeDefined();
  expect(screen.queryByText(/Chưa có mạng/)).toBeNull();
});

test('no network is no alarm: what waits, why, and that the phone sends by itself', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome);
  phone.later(60_000);
  await phone.wrote(atHome);
  await phone.notes({ kind: 'unreachable', at: phone.clock.now(), nextTryAt: phone.clock.now() + 60_000 });
  openAt(phone, '/hop-gui');
  expect(await screen.findByText('Còn 2 mục trên máy này')).toBeDefined();
  expect(screen.getByText('Chưa có mạng. Máy sẽ tự gửi. Thử lại lúc 08:17.')).toBeDefined();
  await screen.findByText('Lượt 1');
  expect(screen.getAllByText(/^Lượt \d$/).map((name) => name.textContent)).toEqual(['Lượt 2', 'Lượt 1']);
  expect(screen.queryByText(/hơn 24 giờ/)).toBeNull();
});

test('after a day of waiting it asks to be taken where there is a network', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome);
  phone.later(25 * 3600 * 1000);
  openAt(phone, '/hop-gui');
  expect(await screen.findByText(/đã chờ hơn 24 giờ/)).toBeDefined();
});

test('L4: a province newer than this app that refuses for a reason unknown here is quoted in its own words', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome);
  const refusal = { code: 'held-for-audit', params: {}, message: 'Tỉnh đang đối chiếu, xin chờ.' };
  await phone.notes({ kind: 'refused', at: phone.clock.now(), refusal: refusal as never, nextTryAt: null });
  openAt(phone, '/hop-gui');
  expect(await screen.findByText(/Tỉnh từ chối: Tỉnh đang đối chiếu, xin chờ\./)).toBeDefined();
});

test('a province that says no is quoted, with what to do', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome);
  await phone.notes({
    kind: 'refused',
    at: phone.clock.now(),
    refusal: { code: 'token-stale', params: {} },
    nextTryAt: null,
  });
  openAt(phone, '/hop-gui');
  expect(await screen.findByText(/Tỉnh từ chối: Phiên đăng nhập trên máy này đã hết/)).toBeDefined();
});

test('"Thử gửi ngay" is written down for whichever tab sends', async () => {
  const phone = await villagePhone();
  openAt(phone, '/hop-gui');
  await tap('Thử gửi ngay');
  await waitFor(async () => expect((await link(phone.db)).askedAt).toBe(phone.clock.now()));
});

test('P4: sums that agree are said to agree; sums that differ are shown side by side', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome);
  await phone.provinceAnswers(1);
  await phone.pulls([], { '2026-11': { VNEID_CAI: 12 } });
  const opened = openAt(phone, '/hop-gui');
  expect(await screen.findByText('Tỉnh đã nhận đến lượt 1, tổng khớp với sổ trên máy')).toBeDefined();
  opened.unmount();

  const other = await villagePhone();
  await other.wrote(atHome);
  await other.provinceAnswers(1);
  await other.pulls([], { '2026-11': { VNEID_CAI: 11 } });
  openAt(other, '/hop-gui');
  expect(await screen.findByText('tháng 11, Cài VNeID: máy 12, tỉnh 11')).toBeDefined();
});

test('P5: a refused entry waits in "Cần xử lý" with its reason, whole, and does not hold up the next', async () => {
  const phone = await refusedForItsPeriod();
  await phone.wrote(atHome);
  openAt(phone, '/hop-gui');
  expect(await screen.findByRole('heading', { name: 'Lượt 1 · ngày 13/10' })).toBeDefined();
  expect(screen.getByText(/Tỉnh chưa nhận: Kỳ báo cáo tháng 10 đã chốt.*Số liệu còn nguyên trên máy./)).toBeDefined();
  expect(await screen.findByText('Lượt 2')).toBeDefined();
});

test('"Sửa" opens the entry, "Gửi lại" queues it once more, once', async () => {
  const phone = await refusedForItsPeriod();
  const opened = openAt(phone, '/hop-gui');
  await tap(/^Sửa/);
  expect(address()).toBe('/ghi/17-1');
  opened.unmount();
  openAt(phone, '/hop-gui');
  await tap(/^Gửi lại/);
  await waitFor(async () => expect((await outbox(phone.db)).attention).toEqual([]));
  expect((await outbox(phone.db)).waiting.map(({ seq }) => seq)).toEqual([2]);
});

test('what cannot be sent again says why and stays', async () => {
  const phone = await refusedForItsPeriod();
  await phone.closes('2026-10');
  openAt(phone, '/hop-gui');
  await tap(/^Gửi lại/);
  expect(await screen.findByText(/Chưa gửi lại được: Kỳ báo cáo tháng 10 đã chốt/)).toBeDefined();
  expect((await outbox(phone.db)).attention).toHaveLength(1);
});

test('let go, it asks for attention no more', async () => {
  const phone = await refusedForItsPeriod();
  openAt(phone, '/hop-gui');
  await tap(/Thôi không gửi/);
  await waitFor(async () => expect((await outbox(phone.db)).attention).toEqual([]));
});

test('"Báo xã" shares a message with the village, the entry and the reason, and nobody by name', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>(async () => undefined);
  Object.defineProperty(navigator, 'share', { value: share, configurable: true });
  openAt(await refusedForItsPeriod(), '/hop-gui');
  await tap(/^Báo xã/);
  const said = share.mock.calls[0]![0].text!;
  expect(said).toContain('Thôn 2: Lượt 1, ngày 13/10/2026, tỉnh chưa nhận');
  expect(said).toContain('period-closed');
  expect(said).not.toContain('Hoa');
});

test('where nothing can be shared or copied, the message stands there to be copied by hand', async () => {
  Object.defineProperty(navigator, 'share', {
    value: async () => {
      throw new DOMException('Not allowed', 'NotAllowedError');
    },
    configurable: true,
  });
  openAt(await refusedForItsPeriod(), '/hop-gui');
  await tap(/^Báo xã/);
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Lời nhắn cho xã' })).value).toContain(
    'Thôn 2',
  );
});
