import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { howItStands } from '#features/today/how-it-stands.ts';
import Today from '#features/today/Today.tsx';
import type { LinkRow, OwnOperationRow, RecoveryRow } from '#store/database.ts';
import { keepDraft } from '#store/draft.ts';
import type { RefusalCode } from '#protocol/refusals.ts';
import { createMemory } from '#store/memory.ts';
import { recordHelp } from '#store/record-help.ts';
import { session } from '#store/session.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { newPhone, tuesdayMorning } from '../support/phone.tsx';

afterEach(cleanup);

const hour = 3_600_000;
const evening = eveningInThon2({ date: '2026-11-09' });

const openToday = async (prepare?: (phone: ReturnType<typeof newPhone>) => Promise<unknown>) => {
  const phone = newPhone();
  await phone.signIn();
  await prepare?.(phone);
  phone.open(<Today />);
  await screen.findByRole('heading', { level: 1 });
  return phone;
};

test('it says where, which day, and how long until the village reports', async () => {
  await openToday();
  expect(screen.getByText('Thôn 2 · xã Sơn Kim 1')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Thứ Ba, 10/11');
  expect(document.body.textContent).toContain('Còn 4 ngàyđến hạn Tổ gửi số liệu tháng 11 về xã');
  await waitFor(() => expect(document.title).toBe('Hôm nay · Sổ tay 06'));
});

test('nothing logged yet: one sentence and the way to log', async () => {
  await openToday();
  expect(await screen.findByText('Kỳ này Tổ chưa ghi lượt nào.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ghi lượt đầu tiên' }).getAttribute('href')).toBe('/ghi');
});

test('an entry saved without a network is counted at once, and said to be on this phone', async () => {
  await openToday(async ({ db, clock }) => {
    await recordHelp(db, clock, evening);
    await createMemory(db, clock).note({ kind: 'unreachable', at: tuesdayMorning, nextTryAt: tuesdayMorning + hour });
  });
  expect(await screen.findByText('Còn 1 mục trên máy này')).toBeTruthy();
  expect(screen.getByText('Chưa có mạng. Máy sẽ tự gửi.')).toBeTruthy();
  expect(screen.getByText('Trên máy')).toBeTruthy();
  const numbers = await screen.findByRole('region', { name: 'Số liệu tháng 11' });
  await waitFor(() => expect(numbers.textContent).toContain('Người dự34'));
});

test('after the receipt it is calm, with the time of the last success', async () => {
  await openToday(async ({ db, clock }) => {
    await recordHelp(db, clock, evening);
    const memory = createMemory(db, clock);
    await memory.settle({
      device: 17,
      at: tuesdayMorning / 1000,
      through: 1,
      accepted: [[1, 1, 1]],
      refused: [],
      holding: { highestSeq: 1, totals: { '2026-11': evening.counts } },
    });
    await memory.note({ kind: 'done', at: tuesdayMorning - 2 * hour });
  });
  expect(await screen.findByText('Tỉnh đã nhận hết')).toBeTruthy();
  expect(screen.getByText('Tỉnh trả lời lần cuối 08:00 hôm nay')).toBeTruthy();
  expect(screen.getByText('Tỉnh đã nhận')).toBeTruthy();
});

test('an entry the province refused asks for a person, and stays counted', async () => {
  await openToday(async ({ db, clock }) => {
    await recordHelp(db, clock, evening);
    await createMemory(db, clock).settle({
      device: 17,
      at: tuesdayMorning / 1000,
      through: 1,
      accepted: [],
      refused: [{ seq: 1, code: 'period-closed', params: { period: '2026-11' } }],
      holding: { highestSeq: 1, totals: {} },
    });
  });
  expect(await screen.findByText('1 mục cần xử lý')).toBeTruthy();
  expect(screen.getByText('Cần xử lý')).toBeTruthy();
});

test('P4: when the sums differ, both numbers are told', async () => {
  const holding = { highestSeq: 1, totals: { '2026-11': { ...evening.counts, VNEID_CAI: 5 } } };
  await openToday(async ({ db, clock }) => {
    await recordHelp(db, clock, evening);
    const memory = createMemory(db, clock);
    const at = tuesdayMorning / 1000;
    await memory.settle({ device: 17, at, through: 1, accepted: [[1, 1, 1]], refused: [], holding });
    await memory.keep({ cursor: 1, more: false, at, holding, situation: null, operations: [] });
  });
  expect(await screen.findByText('Số trên máy và ở tỉnh chưa khớp')).toBeTruthy();
  expect(screen.getByText('Cài VNeID, tháng 11 (15/10–14/11): máy 6, tỉnh 5')).toBeTruthy();
});

test('P4: one tap has phone and province compared from the beginning', async () => {
  const { db, user } = await openToday(async ({ db: from }) => {
    const differences = [{ period: '2026-11', measure: 'VNEID_CAI', phone: 6, province: 5 }];
    await from.notebook.put({
      key: 'comparison',
      at: tuesdayMorning,
      through: 1,
      held: {},
      stale: false,
      differences,
    });
  });
  await user.click(await screen.findByRole('button', { name: 'Đối chiếu lại' }));
  await waitFor(async () => expect(await session(db)).toMatchObject({ holdsLess: true }));
  expect(await screen.findByText(/^Đã đọc lại từ đầu/)).toBeTruthy();
});

const lost: RecoveryRow = { key: 'recovery', missing: 3, found: 0, first: null, last: null, finished: false };

test('T1: a phone that holds less than the province says how much, and what can be done', async () => {
  await openToday(async ({ db }) => void (await db.notebook.put(lost)));
  expect(await screen.findByText('Máy này đang giữ ít hơn tỉnh')).toBeTruthy();
  expect(screen.getByText(/Tỉnh đã nhận 3 lần ghi của máy này/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Lấy lại ngay' })).toBeTruthy();
});

test('T1: what came back is told with its days, until the person has seen it', async () => {
  const { user } = await openToday(async ({ db }) => {
    await db.notebook.put({ ...lost, found: 3, first: '2026-11-03', last: '2026-11-09', finished: true });
  });
  expect(await screen.findByText('Đã lấy lại 3 lần ghi từ tỉnh')).toBeTruthy();
  expect(screen.getByText(/Của các ngày 3\/11–9\/11/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Đã xem' }));
  await waitFor(() => expect(screen.queryByText(/Đã lấy lại/)).toBeNull());
});

const refusedWith = (code: RefusalCode, params: Record<string, string> = {}) =>
  openToday(async ({ db, clock }) => {
    await recordHelp(db, clock, evening);
    const refusal = { code, params };
    await createMemory(db, clock).note({ kind: 'refused', at: tuesdayMorning, refusal, nextTryAt: null });
  });

test('a phone the province no longer knows is told to ask for an invitation, and that its work is safe', async () => {
  await refusedWith('token-stale');
  const notice = await screen.findByRole('link', { name: /Cần mã mời mới của xã/ });
  expect(notice.getAttribute('href')).toBe('/vao');
  expect(notice.textContent).toContain('số liệu chưa gửi vẫn còn trên máy');
  expect(notice.textContent).toContain('Còn 1 mục trên máy này');
});

test('T2: a locked phone says so, that its work is still on it, and whom to speak to', async () => {
  await refusedWith('device-revoked');
  const notice = await screen.findByRole('link', { name: /Máy này đã bị khoá/ });
  expect(notice.textContent).toContain('1 mục chưa gửi vẫn còn nguyên trên máy. Hãy liên hệ cán bộ xã');
});

test('T2: what waits for an officer is said to lie in the holding box and on the phone', async () => {
  await refusedWith('held-for-officer', { why: 'person-disabled' });
  const notice = await screen.findByRole('link', { name: /Tài khoản của bạn đã ngừng/ });
  expect(notice.getAttribute('href')).toBe('/hop-gui');
  expect(notice.textContent).toContain('1 mục chưa tính đã nằm ở Hộp chờ của xã');
  expect(notice.textContent).toContain('trên máy vẫn giữ đủ');
});

test('a form left half done is found again', async () => {
  await openToday(({ db, clock }) => keepDraft(db, clock, 'log', { counts: { VNEID_CAI: 2 } }));
  const draft = await screen.findByRole('link', { name: /Lượt mới/ });
  expect(draft.getAttribute('href')).toBe('/ghi');
  expect(draft.textContent).toContain('Dừng lúc 10:00 hôm nay');
});

const offline: LinkRow = {
  key: 'link',
  tryingSince: null,
  lastTriedAt: tuesdayMorning,
  lastSucceededAt: null,
  trouble: { kind: 'unreachable' },
  nextTryAt: null,
  askedAt: null,
};
const waitingSince = (instant: number) => ({
  waiting: [{ operation: { at: instant / 1000 } }] as OwnOperationRow[],
});

test('being offline is no alarm; a day without sending, or the reporting day at hand, is', () => {
  const stands = (since: number, daysLeft: number) =>
    howItStands({ link: offline, outbox: waitingSince(tuesdayMorning - since) }, tuesdayMorning, daysLeft);
  expect(stands(2 * hour, 4)).toEqual({ why: 'noNetwork' });
  expect(stands(25 * hour, 4)).toEqual({ why: 'noNetwork', late: 'lateDay' });
  expect(stands(2 * hour, 1)).toEqual({ why: 'noNetwork', late: 'lateDue' });
  expect(howItStands({ link: offline, outbox: { waiting: [] } }, tuesdayMorning, 0)).toEqual({ why: 'noNetwork' });
});
