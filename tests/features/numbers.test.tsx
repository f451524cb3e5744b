import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { withdrawEntry } from '#store/withdraw-entry.ts';
import { record } from '../support/operations.ts';
import { openAt, villagePhone } from '../support/village-phone.tsx';

afterEach(cleanup);

const atHome = (date: string, installs: number) => ({
  date,
  place: 'tai-nha',
  channel: 'tan-nha',
  counts: { VNEID_CAI: installs },
});
const figure = async (name: string) => within((await screen.findByText(name, { selector: 'b' })).closest('li')!);

test('M1: mine and a colleague’s add up for the team; "Riêng tôi" is mine alone', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome('2026-11-07', 8));
  const byNam = record(atHome('2026-11-08', 5), { device: 23, seq: 4 });
  await phone.pulls([{ ...byNam, number: 1, by: 6, receivedAt: byNam.at + 60 }]);
  openAt(phone, '/so-lieu');
  expect((await figure('Cài VNeID')).getByText('13')).toBeDefined();
  expect(screen.getByText(/đóng góp của Tổ, không phải số tài khoản chính thức/)).toBeDefined();
  await userEvent.click(screen.getByRole('tab', { name: 'Riêng tôi' }));
  expect(await screen.findByText('8')).toBeDefined();
  expect(screen.queryByText('13')).toBeNull();
});

test('the whole period before stands beside, in words and not as a colour', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome('2026-10-20', 9));
  await phone.wrote(atHome('2026-10-10', 12));
  openAt(phone, '/so-lieu');
  const installs = await figure('Cài VNeID');
  expect(installs.getByText('Kém cả kỳ trước 3 (kỳ trước 12)')).toBeDefined();
  expect(installs.getByText('Cài VNeID: 9 người, kỳ trước 12')).toBeDefined();
});

test('what was withdrawn does not count', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome('2026-11-07', 8));
  const twice = await phone.wrote(atHome('2026-11-07', 8));
  await withdrawEntry(phone.db, phone.clock, { entry: twice.entry, reason: 'Ghi trùng' });
  openAt(phone, '/so-lieu');
  expect((await figure('Cài VNeID')).getByText('8')).toBeDefined();
});

test('figures without anything are folded under one line', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome('2026-11-07', 8));
  openAt(phone, '/so-lieu');
  const fold = await screen.findByRole('button', { name: /Chưa có số liệu \(15\)/ });
  expect(screen.queryByText('Kích hoạt')).toBeNull();
  await userEvent.click(fold);
  expect(screen.getByText('Kích hoạt')).toBeDefined();
  expect(screen.queryByText('Tờ rơi')).toBeNull();
});

test('it says how fresh it is, and how much of the period is left', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome('2026-11-07', 8));
  await phone.notes({ kind: 'done', at: Date.parse('2026-11-08T07:40:00+07:00') });
  openAt(phone, '/so-lieu');
  expect(
    await screen.findByText('Tính cả lượt còn trên máy này. Tỉnh nhận lần cuối lúc 07:40 Chủ nhật 8/11.'),
  ).toBeDefined();
  expect(screen.getByText('Kỳ còn 4 ngày')).toBeDefined();
  expect(screen.getByText(/hôm nay 10\/11 là ngày thứ 27 trên 31/)).toBeDefined();
});

test('a period before is chosen from the sheet', async () => {
  const phone = await villagePhone();
  await phone.wrote(atHome('2026-10-10', 12));
  openAt(phone, '/so-lieu');
  expect(await screen.findByText('Kỳ này chưa có số liệu nào.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Đổi kỳ' }));
  await userEvent.click(await screen.findByRole('radio', { name: /Tháng 10/ }));
  expect((await figure('Cài VNeID')).getByText('12')).toBeDefined();
  expect(screen.getByText('Kỳ đã qua')).toBeDefined();
});
