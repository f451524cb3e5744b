import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import DueTasks from '#features/tasks/DueTasks.tsx';
import Tasks from '#features/tasks/Tasks.tsx';
import TodoPage from '#features/tasks/TodoPage.tsx';
import type { AcceptedOperation } from '#model/operation.ts';
import type { Json } from '#model/record.ts';
import { progressId, type ReasonNotDone } from '#model/records/progress.ts';
import type { Task } from '#model/records/task.ts';
import { recordById } from '#store/records.ts';
import { outbox } from '#store/outbox.ts';
import { openPlaces } from '../support/places-open.tsx';
import { villagePhone, type VillagePhone } from '../support/village-phone.tsx';

configure({ asyncUtilTimeout: 3_000 });
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const thon2 = '18124-02';
const places = { '/viec': <Tasks />, '/viec/:doing/:round': <TodoPage />, '/': <DueTasks /> };
const open = (phone: VillagePhone, address = '/viec') => openPlaces(phone, places, address);

let number = 0;
/** What the commune's officer, or a colleague, wrote and the province accepted. */
const accepted = (
  [device, seq, by]: [number, number, number],
  unit: string,
  type: string,
  set: Record<string, Json>,
  record?: string,
): AcceptedOperation => ({
  device,
  seq,
  at: Date.parse('2026-11-09T09:00:00+07:00') / 1000,
  unit,
  kind: 'record.write',
  body: { type, set, ...(record !== undefined && { record }) },
  number: (number += 1),
  by,
  receivedAt: Date.parse('2026-11-09T10:00:00+07:00') / 1000,
});
const assigned = (said: Partial<Task>) =>
  accepted([3, 1, 2], '18124', 'task', {
    title: 'Rà soát người chưa có thẻ',
    units: 'all',
    since: '2026-11-01',
    deadline: '2026-11-12',
    assignedBy: 'Công an xã',
    ...said,
  } as Record<string, Json>);
const mine = progressId('3-1', thon2, 'once');

const rowOf = async (title: string) => within((await screen.findByText(title, { selector: 'b' })).closest('li')!);
const tickOf = (title: string) => screen.findByRole('checkbox', { name: `Đánh dấu xong: ${title}` });
const section = async (heading: RegExp) =>
  within((await screen.findByRole('heading', { name: heading })).closest('section')!);

test('the month’s figures are confirmed where they are; the duty leads there', async () => {
  open(await villagePhone(), '/viec/bao-cao-thang/2026-11');
  const link = await screen.findByRole('link', { name: 'Xem và xác nhận số liệu' });
  expect(link.getAttribute('href')).toBe('/so-lieu?ky=2026-11');
});

describe('a team’s list of things to do', () => {
  test('begins with the eighteen duties, none of them late', async () => {
    open(await villagePhone());
    expect(await screen.findByRole('tab', { name: 'Cần làm 18' })).toBeDefined();
    expect((await section(/Đến thứ Bảy 14\/11/)).getAllByRole('checkbox')).toHaveLength(9);
    expect(screen.queryByText(/quá hạn/i)).toBeNull();
  });

  test('has what the commune gave, late ones first, with who gave it and how far its steps are', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({ deadline: '2026-11-08', steps: ['Nhận danh sách', 'Đến từng hộ', 'Báo xã'] })]);
    open(phone);
    const late = await section(/Quá hạn/);
    expect(late.getByText('Hạn 8/11 · Công an xã giao')).toBeDefined();
    expect(late.getByText('0 trên 3')).toBeDefined();
    await userEvent.click(late.getByRole('checkbox', { name: 'Nhận danh sách' }));
    expect(await late.findByText('1 trên 3')).toBeDefined();
  });

  test('the last step ticked is the whole done', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({ steps: ['Nhận danh sách', 'Báo xã'] })]);
    open(phone);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Nhận danh sách' }));
    await waitFor(() =>
      expect(screen.getByRole('checkbox', { name: 'Nhận danh sách' })).toHaveProperty('checked', true),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Báo xã' }));
    expect(await screen.findByRole('checkbox', { name: 'Bỏ đánh dấu: Rà soát người chưa có thẻ' })).toBeDefined();
    expect((await outbox(phone.db)).waiting).toHaveLength(2);
  });
});

describe('a tick', () => {
  test('is one tap, stands at once as "Trên máy", and is taken back for eight seconds where it was made', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({})]);
    open(phone);
    await userEvent.click(await tickOf('Rà soát người chưa có thẻ'));
    const row = await rowOf('Rà soát người chưa có thẻ');
    expect(await row.findByText('Trên máy · Công an xã giao')).toBeDefined();
    expect(await screen.findByRole('tab', { name: 'Đã xong 1' })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    expect(await tickOf('Rà soát người chưa có thẻ')).toHaveProperty('checked', false);
    expect(screen.queryByRole('button', { name: 'Hoàn tác' })).toBeNull();
    // Nothing is unsaid: taking back is a second write (rule I2).
    expect((await outbox(phone.db)).waiting).toHaveLength(2);
  });

  test('after eight seconds it has moved to what is done, and can still be unticked there', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({})]);
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    open(phone);
    await user.click(await tickOf('Rà soát người chưa có thẻ'));
    expect(await screen.findByRole('button', { name: 'Hoàn tác' })).toBeDefined();
    vi.advanceTimersByTime(8_000);
    await waitFor(() => expect(screen.queryByText('Rà soát người chưa có thẻ')).toBeNull());
    await user.click(screen.getByRole('tab', { name: 'Đã xong 1' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Bỏ đánh dấu: Rà soát người chưa có thẻ' }));
    expect(await screen.findByRole('tab', { name: 'Cần làm 19' })).toBeDefined();
  });

  test('in a period that the commune has closed says why not, and changes nothing', async () => {
    const phone = await villagePhone();
    open(phone);
    const tick = await tickOf('Nói tại họp chi bộ');
    await phone.closes('2026-11');
    await userEvent.click(tick);
    expect(await screen.findByText(/Kỳ báo cáo tháng 11 đã chốt/)).toBeDefined();
    expect((await outbox(phone.db)).waiting).toHaveLength(0);
  });
});

describe('progress that follows from what is logged', () => {
  test('a duty is done when an entry of its channel is saved', async () => {
    const phone = await villagePhone();
    open(phone);
    expect(await tickOf('Nói tại họp chi bộ')).toBeDefined();
    await phone.wrote({
      date: '2026-11-09',
      place: 'nha-van-hoa',
      channel: 'chi-bo',
      counts: { TT_BUOI: 1, TT_NGUOI: 24 },
    });
    await waitFor(() => expect(screen.queryByText('Nói tại họp chi bộ')).toBeNull());
    await userEvent.click(screen.getByRole('tab', { name: /Đã xong/ }));
    expect((await rowOf('Nói tại họp chi bộ')).getByText(/Đủ theo số đã ghi · .*1 buổi, 24 người dự/)).toBeDefined();
    expect(screen.queryByText('Nói tại sinh hoạt đoàn, hội')).toBeNull();
  });

  test('a task with a number counts from the day it was given, and is full at the number', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({ title: 'Vận động 60 người làm mức 2', goals: { DD_MUC2_VD: 60 } })]);
    const referred = (date: string, people: number) =>
      phone.wrote({ date, place: 'tai-nha', channel: 'tan-nha', counts: { DD_MUC2_VD: people } });
    await referred('2026-10-31', 30);
    await referred('2026-11-05', 42);
    open(phone);
    expect(await (await rowOf('Vận động 60 người làm mức 2')).findByText('42 trên 60')).toBeDefined();
    await referred('2026-11-06', 20);
    await waitFor(() => expect(screen.queryByText('Vận động 60 người làm mức 2')).toBeNull());
  });
});

describe('what could not be done', () => {
  test('is answered with a reason and a few words, and can be opened again', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({})]);
    open(phone, '/viec/3-1/once');
    await userEvent.click(await screen.findByRole('button', { name: 'Không làm được' }));
    await userEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
    expect(screen.getByText('Chưa chọn lý do. Hãy chọn một lý do ở trên.')).toBeDefined();
    await userEvent.click(screen.getByRole('radio', { name: 'Mất sóng, mất điện' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Ghi thêm' }), 'Cả xóm trên mất sóng từ hôm bão');
    await userEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
    expect(await screen.findByText('Cả xóm trên mất sóng từ hôm bão')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Mở lại việc' }));
    expect(await screen.findByRole('button', { name: 'Không làm được' })).toBeDefined();
  });

  test('a citizen’s number in the words is refused by name, and the words stay', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({})]);
    open(phone, '/viec/3-1/once');
    await userEvent.click(await screen.findByRole('button', { name: 'Không làm được' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Người dân đi vắng' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Ghi thêm' }), 'Bà Lan 042085001234');
    await userEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
    expect(await screen.findByText(/dãy số giống số định danh/)).toBeDefined();
    expect(screen.getByRole('textbox', { name: 'Ghi thêm' })).toHaveProperty('value', 'Bà Lan 042085001234');
    expect(await recordById(phone.db, mine)).toBeUndefined();
  });
});

describe('M2: two members without a signal', () => {
  const byNam = (reason: ReasonNotDone) => accepted([23, 9, 6], thon2, 'progress', { reason, note: '' }, mine);

  test('who tick the same thing agree, and nobody is asked', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({})]);
    open(phone);
    await userEvent.click(await tickOf('Rà soát người chưa có thẻ'));
    await screen.findByRole('button', { name: 'Hoàn tác' });
    await phone.pulls([accepted([23, 9, 6], thon2, 'progress', { done: true }, mine)]);
    await userEvent.click(screen.getByRole('tab', { name: 'Đã xong 1' }));
    expect(screen.queryByText('Hai người ghi khác nhau')).toBeNull();
  });

  test('who say different things stand side by side, with names, until a person says which shall stand', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({})]);
    open(phone, '/viec/3-1/once');
    await userEvent.click(await screen.findByRole('button', { name: 'Không làm được' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Mất sóng, mất điện' }));
    await userEvent.click(screen.getByRole('button', { name: 'Trả lời' }));
    await screen.findByRole('button', { name: 'Mở lại việc' });
    await phone.pulls([byNam('thoi-tiet')]);

    const card = within(await screen.findByRole('region', { name: /Hai người ghi khác nhau: lý do không làm được/ }));
    expect(card.getByText(/Nguyễn Thị Hoa · .* · Đang dùng/)).toBeDefined();
    expect(card.getByText(/Trần Văn Nam/)).toBeDefined();
    await userEvent.click(card.getByRole('button', { name: 'Giữ ý này: Mưa bão, đường khó đi' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: /Hai người ghi khác nhau/ })).toBeNull());
    const record = (await recordById(phone.db, mine))!.record;
    expect(record.fields['reason']).toHaveLength(3);
    expect(await screen.findByText('Mưa bão, đường khó đi')).toBeDefined();
  });

  test('the list says so too', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({}), byNam('thoi-tiet'), { ...byNam('mat-song'), device: 24, seq: 1, by: 5 }]);
    open(phone);
    await userEvent.click(await screen.findByRole('tab', { name: 'Đã xong 1' }));
    expect(await screen.findByText('Hai người ghi khác nhau')).toBeDefined();
  });
});

describe('on the first page', () => {
  test('what is late or due within three days can be ticked where it is read', async () => {
    const phone = await villagePhone();
    await phone.pulls([assigned({ deadline: '2026-11-08' })]);
    open(phone, '/');
    expect(await screen.findByText('1 việc quá hạn')).toBeDefined();
    await userEvent.click(await tickOf('Rà soát người chưa có thẻ'));
    expect(await screen.findByRole('button', { name: 'Hoàn tác' })).toBeDefined();
    await waitFor(() => expect(screen.queryByText('1 việc quá hạn')).toBeNull());
  });

  test('where nothing is due it says so', async () => {
    open(await villagePhone({ at: '2026-11-17T08:00:00+07:00' }), '/');
    expect(await screen.findByText('Không có việc nào đến hạn trong ba ngày tới.')).toBeDefined();
  });
});

test('a task that is no longer there says what became of it', async () => {
  open(await villagePhone(), '/viec/9-9/once');
  expect(await screen.findByText(/Việc này không còn trong danh sách/)).toBeDefined();
});
