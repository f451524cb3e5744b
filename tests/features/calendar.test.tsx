import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import Calendar from '#features/calendar/Calendar.tsx';
import type { Role } from '#model/person.ts';
import { newPhone } from '../support/phone.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  for (const name of ['share', 'canShare', 'clipboard']) Reflect.deleteProperty(navigator, name);
});

const calendarOf = async (role: Role, at: string) => {
  const phone = newPhone({ at: Date.parse(`${at}T10:00:00+07:00`) });
  await phone.signIn(role);
  phone.open(<Calendar />, '/lich');
  return phone;
};
/** What stands on a day: 'Thứ Bảy 14/11', then what it is and what there is to know of it. */
const lineOf = async (what: string) => (await screen.findByText(what)).closest('li')!.textContent;

test('a village is told its own day, what it means, and when to send where the day is off', async () => {
  await calendarOf('villageMember', '2026-11-10');
  expect(await lineOf('Thôn gửi số liệu cho xã')).toBe(
    'Thứ Bảy 14/11Thôn gửi số liệu cho xãHạn hết ngày 14/11, số liệu tháng 11Hạn rơi vào ngày nghỉ. Nên gửi trong ngày thứ Sáu 13/11.',
  );
  expect(screen.queryByText('Xã gửi báo cáo cho tỉnh')).toBeNull();
});

test('"before 22" is said with the day it really means', async () => {
  await calendarOf('provinceOfficer', '2026-10-10');
  expect(await lineOf('Tỉnh báo cáo Văn phòng Chính phủ')).toBe(
    'Thứ Tư 21/10Tỉnh báo cáo Văn phòng Chính phủTrước ngày 22/10, tức là hết ngày 21/10, số liệu tháng 10',
  );
});

test('a month with a holiday names its days once, and says what is not decided yet', async () => {
  const phone = await calendarOf('villageMember', '2027-01-20');
  await phone.user.click(await screen.findByRole('button', { name: 'Tháng sau' }));
  expect(await screen.findByRole('heading', { name: 'Tháng 2/2027' })).toBeDefined();
  expect(await lineOf('Tết Nguyên đán')).toBe(
    'Thứ Sáu 5/2 – thứ Ba 9/2Tết Nguyên đánDự kiến, chờ thông báo chính thức',
  );
  await phone.user.click(screen.getByRole('button', { name: 'Tháng trước' }));
  expect(await lineOf('Tết Dương lịch')).toContain('Thứ Sáu 1/1');
});

test('what the team has to do by a day stands on that day', async () => {
  await calendarOf('villageMember', '2026-11-10');
  const due = within((await screen.findByText('9 việc đến hạn')).closest('li')!);
  expect(due.getByText(/^Thứ Bảy 14\/11/)).toBeDefined();
  expect(due.getByText(/Nói tại họp chi bộ; /)).toBeDefined();
});

test('the days go into the phone’s own calendar as a file made here, without a network', async () => {
  const shared: File[] = [];
  Object.assign(navigator, {
    canShare: () => true,
    share: async ({ files }: { files: File[] }) => void shared.push(...files),
  });
  const phone = await calendarOf('communeOfficer', '2026-11-10');
  await phone.user.click(await screen.findByRole('button', { name: 'Thêm vào ứng dụng lịch' }));
  expect(await screen.findByText('Đã tạo tệp lịch')).toBeDefined();
  expect(shared[0]).toMatchObject({ name: 'lich-so-tay-06.ics', type: 'text/calendar' });
  const text = (await shared[0]!.text()).replace(/\r\n /g, '');
  expect(text).toContain('DTSTART;VALUE=DATE:20261113\r\nDTEND;VALUE=DATE:20261114\r\nSUMMARY:Xã gửi báo cáo tháng');
  // A commune has no list of its own to be reminded of.
  expect(screen.queryByText(/Mỗi lần mở sổ/)).toBeNull();
});

test('the address to subscribe to is the province’s, of one’s own level; where copying is forbidden it is shown', async () => {
  const phone = await calendarOf('villageMember', '2026-11-10');
  const written = vi
    .fn<(text: string) => Promise<void>>()
    .mockResolvedValueOnce()
    .mockRejectedValueOnce(new Error('no'));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: written }, configurable: true });
  const subscribe = await screen.findByRole('button', { name: 'Đăng ký lịch (tự cập nhật)' });
  await phone.user.click(subscribe);
  expect(await screen.findByText('Đã chép địa chỉ lịch')).toBeDefined();
  expect(written).toHaveBeenCalledWith(`${location.origin}/api/calendar.ics?level=village`);
  await phone.user.click(subscribe);
  expect(await screen.findByText(/không cho chép.*calendar\.ics\?level=village/)).toBeDefined();
});
