import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import ReturnedNotice from '#features/numbers/ReturnedNotice.tsx';
import type { AcceptedOperation } from '#model/operation.ts';
import { confirmationId, confirmationOf } from '#model/records/confirmation.ts';
import { openVersions } from '#model/record.ts';
import type { Situation } from '#protocol/situation.ts';
import { createMemory } from '#store/memory.ts';
import { recordById } from '#store/records.ts';
import { situation } from '#store/situation.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { newPhone } from '../support/phone.tsx';
import { write } from '../support/record-writes.ts';
import { openAt, villagePhone, type VillagePhone } from '../support/village-phone.tsx';

const id = confirmationId('18124-02', '2026-11');
const state = async (phone: VillagePhone) => confirmationOf((await recordById(phone.db, id))?.record).state;
const card = () => screen.findByRole('region', { name: 'Xác nhận số liệu tháng 11' });
const press = async (name: string) => userEvent.click(within(await card()).getByRole('button', { name }));

/** The commune asks the village to look again, having seen these versions. */
const returned = (at: number, seen: string[], number = 500): AcceptedOperation => {
  const body = { type: 'confirmation', record: id, set: { state: 'returned', reason: 'Thiếu buổi 3/11' } };
  const operation = write({ ...body, ...(seen.length > 0 && { seen: { state: seen } }) }, { device: 90, seq: 1, at });
  return { ...operation, number, by: 31, receivedAt: at };
};

afterEach(cleanup);

describe('the village confirms its figures', () => {
  test('with one press, without a network; what is still on this phone is said', async () => {
    const phone = await villagePhone();
    await phone.wrote(eveningInThon2({ date: '2026-11-09', counts: { VNEID_CAI: 4 } }));
    openAt(phone, '/so-lieu');
    expect((await card()).textContent).toContain('Tổ chưa xác nhận');
    expect((await card()).textContent).toContain('Tổ đã ghi 1 lượt trong kỳ này.');
    expect((await card()).textContent).toContain('1 lượt của kỳ này còn trên máy này');
    await press('Xác nhận số liệu tháng 11');
    expect(await within(await card()).findByText(/Nguyễn Thị Hoa đã xác nhận/)).toBeTruthy();
    expect((await card()).textContent).toContain('Trên máy');
    expect(await state(phone)).toBe('confirmed');
  });

  test('takes it back, and confirms again once more was logged', async () => {
    const phone = await villagePhone();
    openAt(phone, '/so-lieu');
    await press('Xác nhận số liệu tháng 11');
    await within(await card()).findByText(/đã xác nhận/);
    expect(within(await card()).queryByRole('button', { name: 'Xác nhận lại' })).toBeNull();
    phone.later(60_000);
    await phone.wrote(eveningInThon2({ date: '2026-11-09', counts: { VNEID_CAI: 4 } }));
    expect(await within(await card()).findByText(/1 lượt được ghi hoặc sửa sau khi xác nhận/)).toBeTruthy();
    await press('Xác nhận lại');
    await waitFor(async () => expect(within(await card()).queryByText(/sau khi xác nhận/)).toBeNull());
    await press('Rút xác nhận');
    expect(await within(await card()).findByText(/Tổ chưa xác nhận/)).toBeTruthy();
    expect(await state(phone)).toBe('none');
  });

  test('reads why the commune returned it, and answers', async () => {
    const phone = await villagePhone();
    openAt(phone, '/so-lieu');
    await press('Xác nhận số liệu tháng 11');
    await within(await card()).findByText(/đã xác nhận/);
    const seen = openVersions((await recordById(phone.db, id))?.record, 'state');
    phone.later(60_000);
    await phone.provinceAnswers(1);
    await phone.pulls([returned(Math.floor(phone.clock.now() / 1000), seen)]);
    expect(await within(await card()).findByText('Lý do: Thiếu buổi 3/11')).toBeTruthy();
    phone.later(60_000);
    await press('Xác nhận lại');
    expect(await within(await card()).findByText(/đã xác nhận/)).toBeTruthy();
    expect(await state(phone)).toBe('confirmed');
  });

  test('M2: a word given without having seen that it was returned does not answer that, whatever the clocks say', async () => {
    const phone = await villagePhone();
    openAt(phone, '/so-lieu');
    await press('Xác nhận số liệu tháng 11');
    await within(await card()).findByText(/đã xác nhận/);
    await phone.pulls([returned(Math.floor(phone.clock.now() / 1000) - 3600, [])]);
    expect(await within(await card()).findByText('Lý do: Thiếu buổi 3/11')).toBeTruthy();
  });

  test('once the commune has closed, the card says so and asks nothing', async () => {
    const phone = await villagePhone({ closed: ['2026-11'] });
    openAt(phone, '/so-lieu');
    expect((await card()).textContent).toContain('Xã đã chốt kỳ này');
    expect(within(await card()).queryByRole('button')).toBeNull();
  });
});

describe('what the commune returned', () => {
  test('stands on the first page with its reason and the way there, until it is confirmed again or closed', async () => {
    const phone = newPhone({ at: Date.parse('2026-11-16T08:00:00+07:00') });
    await phone.signIn();
    const at = Math.floor(phone.clock.now() / 1000);
    const learn = (operations: AcceptedOperation[], cursor: number, told: Situation | null = null) =>
      createMemory(phone.db, phone.clock).keep({
        cursor,
        more: false,
        at,
        holding: { highestSeq: 0, totals: {} },
        situation: told,
        operations,
      });
    phone.open(<ReturnedNotice />);
    await learn([returned(at - 60, [])], 501);
    const notice = await screen.findByRole('link', { name: /Xã trả lại số liệu tháng 11/ });
    expect(notice.textContent).toContain('Thiếu buổi 3/11');
    expect(notice.getAttribute('href')).toBe('/so-lieu?ky=2026-11');

    const known = (await situation(phone.db))!;
    await learn([], 502, { ...known, version: 'closed', closed: [{ period: '2026-11', closedAt: at }] });
    await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
  });
});
