import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { figureGiven, targetGiven } from '../support/given-from-above.ts';
import { record } from '../support/operations.ts';
import { openAt, villagePhone } from '../support/village-phone.tsx';

afterEach(cleanup);

const counted = (counts: Record<string, number>, date = '2026-11-07') => ({
  date,
  place: 'cong-an-xa',
  channel: 'tan-nha',
  counts,
});
const target = async (name: string) => within((await screen.findByText(name, { selector: 'b' })).closest('li')!);

/** Thôn 2 on 10/11, as in the drawing: 42 of 60, 36 of 40, 27 of 25. */
const tenthOfNovember = async () => {
  const phone = await villagePhone();
  await phone.pulls([targetGiven('DD_MUC2_VD', 60), targetGiven('VNEID_CAI', 40), targetGiven('DD_KICH_HOAT', 25)]);
  await phone.wrote(counted({ DD_MUC2_VD: 30, VNEID_CAI: 36, DD_KICH_HOAT: 27 }));
  const byNam = record(counted({ DD_MUC2_VD: 12 }), { device: 23, seq: 4 });
  await phone.pulls([{ ...byNam, number: 90, by: 6, receivedAt: byNam.at + 60 }]);
  return phone;
};

test('what is behind says how much, and how many a day would still do', async () => {
  openAt(await tenthOfNovember(), '/chi-tieu');
  const referred = await target('Mức 2: vận động');
  expect(referred.getByText('42')).toBeDefined();
  expect(referred.getByText(/\/ 60 · 70%/)).toBeDefined();
  expect(referred.getByText(/^Thiếu/).closest('span')?.textContent).toBe('Thiếu 10. Mỗi ngày cần 4 người nữa.');
  expect(referred.getByText('Mức 2: vận động: 42 trên 60, cần có 52 tính đến hôm nay')).toBeDefined();
});

test('what is in time says so, and what is past its target is not cut off at a hundred percent', async () => {
  openAt(await tenthOfNovember(), '/chi-tieu');
  const installs = await target('Cài VNeID');
  expect(installs.getByText(/^Kịp mức/).closest('span')?.textContent).toBe('Kịp mức. Mỗi ngày thêm 1 người là đủ.');
  const activated = await target('Kích hoạt');
  expect(activated.getByText(/\/ 25 · 108%/)).toBeDefined();
  expect(activated.getByText(/^Vượt/).closest('span')?.textContent).toBe('Vượt 2 người (vạch trắng là đủ 25)');
});

test('M1: "Riêng tôi" is my part of what the team did, and no target of my own', async () => {
  openAt(await tenthOfNovember(), '/chi-tieu');
  await target('Mức 2: vận động');
  await userEvent.click(screen.getByRole('tab', { name: 'Riêng tôi' }));
  expect((await target('Mức 2: vận động')).getByText('Tôi góp 30 trong 42 người của Tổ.')).toBeDefined();
});

test('without a target the village is told that none was set, and where its figures are', async () => {
  openAt(await villagePhone(), '/chi-tieu');
  expect(await screen.findByText('Kỳ này xã chưa giao chỉ tiêu cho Tổ.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Xem số liệu của Tổ' }).getAttribute('href')).toBe('/so-lieu');
});

test('a target taken back is no target any more', async () => {
  const phone = await villagePhone();
  const first = targetGiven('VNEID_CAI', 40);
  await phone.pulls([first, targetGiven('VNEID_CAI', null, { seen: [`91-${first.seq}`] })]);
  openAt(phone, '/chi-tieu');
  expect(await screen.findByText('Kỳ này xã chưa giao chỉ tiêu cho Tổ.')).toBeDefined();
});

test('a target that was changed says from what, and when', async () => {
  const phone = await villagePhone();
  const first = targetGiven('VNEID_CAI', 50);
  const at = '2026-11-02T09:00:00+07:00';
  await phone.pulls([first, targetGiven('VNEID_CAI', 60, { seen: [`91-${first.seq}`], at })]);
  openAt(phone, '/chi-tieu');
  expect((await target('Cài VNeID')).getByText('Đổi từ 50 thành 60, ngày 2/11')).toBeDefined();
});

test('M2: two officers’ two numbers are both told; the later counts until one of them chooses', async () => {
  const phone = await villagePhone();
  await phone.pulls([
    targetGiven('VNEID_CAI', 50),
    targetGiven('VNEID_CAI', 60, { at: '2026-11-02T09:00:00+07:00', device: 92 }),
  ]);
  openAt(phone, '/chi-tieu');
  const installs = await target('Cài VNeID');
  expect(installs.getByText(/Cùng lúc có hai số được giao: 60 và 50/)).toBeDefined();
  expect(installs.getByText(/\/ 60/)).toBeDefined();
});

test('the police’s figure stands beside the team’s contribution, of whom and of when, and is never added to it', async () => {
  const phone = await villagePhone();
  await phone.pulls([
    figureGiven('TK_MUC2', 1180, { period: '2026-09', asOf: '2026-09-30' }),
    figureGiven('TK_MUC2', 1204),
  ]);
  await phone.wrote(counted({ DD_MUC2_LD: 31 }));
  openAt(phone, '/chi-tieu');
  const accounts = within(await screen.findByRole('region', { name: 'Tài khoản mức 2' }));
  expect(accounts.getByText('31')).toBeDefined();
  expect(accounts.getByText('1.204')).toBeDefined();
  expect(accounts.getByText('tài khoản cả xã, Công an báo 31/10')).toBeDefined();
  expect(accounts.getByText('Hai số đếm khác nhau, không cộng lại.')).toBeDefined();
  expect(accounts.queryByText('1.235')).toBeNull();
});

test('the village’s share of the plan is held against the official figure, in the plan’s own words', async () => {
  const phone = await villagePhone();
  await phone.pulls([
    targetGiven('target-hatinh-c-2025-2030-01', 812, { period: '2025-2030' }),
    targetGiven('target-hatinh-c-2023-2025-01', 500, { period: '2023-2025' }),
    figureGiven('TK_MUC2', 640, { unit: '18124-02' }),
  ]);
  openAt(phone, '/chi-tieu');
  const shares = within(await screen.findByRole('region', { name: 'Chỉ tiêu dài hạn' }));
  expect(await shares.findByText('812 tài khoản đến hết 2030')).toBeDefined();
  expect(shares.getByText(/640 tài khoản \(78%\) · Kế hoạch Hà Tĩnh C\.2025-2030\.1/)).toBeDefined();
  expect(shares.queryByText(/500/)).toBeNull();
});

test('how satisfied people were is a share of those asked, and of nobody asked there is none', async () => {
  const phone = await villagePhone();
  await phone.pulls([targetGiven('HAI_LONG', 90)]);
  openAt(phone, '/chi-tieu');
  expect((await target('Hài lòng')).getByText('Kỳ này chưa hỏi ai.')).toBeDefined();
  await phone.wrote(counted({ HAI_LONG: 46, HAI_LONG_HOI: 50 }));
  const reached = await screen.findByText(/^Đạt mức từ/);
  expect(reached.closest('span')?.textContent).toBe('Đạt mức từ 90% trở lên, hỏi 50 người');
  expect((await target('Hài lòng')).getByText('92%')).toBeDefined();
});

test('a month that is over tells what was missed, and the months before are one tap away', async () => {
  const phone = await villagePhone();
  await phone.pulls([
    targetGiven('VNEID_CAI', 40),
    targetGiven('VNEID_CAI', 30, { period: '2026-10' }),
    targetGiven('DD_KICH_HOAT', 5, { period: '2026-10' }),
  ]);
  await phone.wrote(counted({ VNEID_CAI: 28, DD_KICH_HOAT: 6 }, '2026-10-10'));
  openAt(phone, '/chi-tieu');
  await userEvent.click(await screen.findByRole('link', { name: /Tháng 10 2026/ }));
  expect(await screen.findByRole('heading', { name: 'Chỉ tiêu tháng 10' })).toBeDefined();
  const missed = await screen.findByText(/^Hết kỳ, còn thiếu/);
  expect(missed.closest('span')?.textContent).toBe('Hết kỳ, còn thiếu 2 người');
});
