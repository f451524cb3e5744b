import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { applyToRecord, valueOf, type EditableRecord, type Json } from '#model/record.ts';
import { planItemId } from '#model/records/plan-item.ts';
import { progressId } from '#model/records/progress.ts';
import { taskOf } from '#model/records/task.ts';
import { draft } from '#store/draft.ts';
import { recordsOfType } from '#store/records.ts';
import { communeOf, villageOf } from '../support/figures.ts';
import { planningOffice } from '../support/planning-office.tsx';

afterEach(cleanup);

/** A record that somebody at another desk wrote. */
const written = (
  type: string,
  id: string | undefined,
  unit: string,
  set: Record<string, Json>,
  { device = 3, before }: { device?: number; before?: EditableRecord } = {},
) =>
  applyToRecord(
    before,
    {
      device,
      seq: 1,
      at: 1_794_000_000 + device,
      unit,
      kind: 'record.write',
      body: { type, set, ...(id !== undefined && { record: id }) },
    },
    { by: 6, receivedAt: null },
  );
const item = (key: string, set: Record<string, Json>) => written('plan-item', planItemId(key, '42'), '42', set);
const address = () => screen.getByTestId('address').textContent;
const csv = (text: string) => new File([text], 'ke-hoach.csv', { type: 'text/csv' });

describe('the board of the plan', () => {
  const opened = async () => {
    const office = await planningOffice();
    await office.knows('plan-item', [
      item('hatinh-ii-07', { owner: 'Các sở, ngành, địa phương', 'note.2026-11': '5 xã chưa có máy quét' }),
      item('hatinh-ii-10', { owner: 'Công an tỉnh', status: 'doing', deadline: '2026-12-31' }),
      item('hatinh-iii-01', { owner: 'Công an tỉnh', status: 'done' }),
      item('hatinh-i-09', { owner: 'Công an tỉnh' }),
    ]);
    office.open();
    await screen.findByRole('heading', { name: /^Công an tỉnh/ });
    return office;
  };

  test('groups by lead body, counts what is late, and says how many tasks have this month’s note', async () => {
    await opened();
    const [first, second] = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
    expect(first).toContain('Công an tỉnh 3 việc · 1 xong · 1 trễ');
    expect(second).toContain('Các sở, ngành, địa phương 1 việc · 1 trễ');
    expect(screen.getByText(/ghi chú tháng 11: 1\/3 việc đang chạy đã có/)).toBeTruthy();
  });

  test('a task says which level was to do it when, and that the district is no more', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('link', { name: /^II\.7/ }));
    const task = await screen.findByRole('article', { name: /số hóa/ });
    expect(task.textContent).toContain('Cấp huyệnhết cấp 1/7/2025');
    expect(task.textContent).toContain('Cấp xãtừ 1/6/2023');
    expect(address()).toBe('/viec?viec=hatinh-ii-07');
  });

  test('a status is saved with one tap, on this device, and says that the province has not got it', async () => {
    const { user, db } = await opened();
    await user.click(screen.getByRole('link', { name: /^I\.9/ }));
    await user.click(await screen.findByRole('radio', { name: 'Đang làm' }));
    await screen.findByText('Trên máy, chưa tới tỉnh');
    const [row] = await recordsOfType(db, 'plan-item');
    expect([row?.id, valueOf(row?.record, 'status')]).toEqual([planItemId('hatinh-i-09', '42'), 'doing']);
    expect(screen.getByRole('link', { name: /^I\.9/ }).textContent).toContain('Trễ hạn');
  });

  test('W2: a note half written is still there after the app was put away; saved, it leaves no draft', async () => {
    const office = await opened();
    await office.user.click(screen.getByRole('link', { name: /^II\.10/ }));
    await office.user.type(await screen.findByLabelText('Ghi chú tháng 11'), 'Đang thử ở 3 sở');
    const form = `${planItemId('hatinh-ii-10', '42')} note.2026-11`;
    await waitFor(async () => expect((await draft(office.db, form))?.value).toBe('Đang thử ở 3 sở'));
    office.putAway();
    office.open('/viec?viec=hatinh-ii-10');
    await screen.findByDisplayValue('Đang thử ở 3 sở');
    await office.user.click(screen.getByRole('button', { name: 'Lưu ghi chú' }));
    await waitFor(async () => expect(await draft(office.db, form)).toBeUndefined());
    await waitFor(() => expect(screen.getByRole('link', { name: /^II\.10/ }).textContent).toContain('Đang thử ở 3 sở'));
  });

  test('a note with a citizen’s number is refused with a sentence, and stays in the field', async () => {
    const { user, db } = await opened();
    await user.click(screen.getByRole('link', { name: /^II\.10/ }));
    await user.type(await screen.findByLabelText('Ghi chú tháng 11'), 'Hỏi 042085001234');
    await user.click(screen.getByRole('button', { name: 'Lưu ghi chú' }));
    expect((await screen.findByRole('alert')).textContent).toContain('dãy số');
    expect(screen.getByDisplayValue('Hỏi 042085001234')).toBeTruthy();
    expect(await recordsOfType(db, 'plan-item')).toEqual([]);
  });

  test('a longer deadline is written as people write it, and takes the task off the late ones', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('link', { name: /^I\.9/ }));
    await user.click(await screen.findByRole('button', { name: 'Sửa cơ quan, hạn' }));
    const field = within(screen.getByRole('dialog')).getByLabelText('Hạn');
    await user.clear(field);
    await user.type(field, 'mai kia');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Lưu' }));
    expect(screen.getByRole('dialog').textContent).toContain('Sổ không đọc được hạn “mai kia”');
    await user.clear(field);
    await user.type(field, 'Quý IV/2026');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Lưu' }));
    await waitFor(() => expect(screen.getByRole('link', { name: /^I\.9/ }).textContent).toContain('Chưa bắt đầu'));
    expect(screen.getByRole('article').textContent).toContain('Kế hoạch ghi: Năm 2024');
  });

  test('M2: what two officers wrote at once stands side by side until one of them keeps one', async () => {
    const office = await planningOffice();
    const mine = item('hatinh-ii-10', { owner: 'Công an tỉnh', status: 'doing' });
    const both = written('plan-item', mine.id, '42', { status: 'done' }, { device: 4, before: mine });
    await office.knows('plan-item', [both]);
    office.open();
    const conflict = await screen.findByRole('region', { name: 'Hai người cùng sửa: trạng thái' });
    expect(conflict.textContent).toContain('Đang làm');
    await office.user.click(within(conflict).getByRole('button', { name: 'Giữ bản này: Đang làm' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: /Hai người cùng sửa/ })).toBeNull());
    expect((screen.getByRole('radio', { name: 'Đang làm' }) as HTMLInputElement).checked).toBe(true);
  });

  test('a commune’s officer reads the province’s plan and changes nothing of it', async () => {
    const office = await planningOffice('communeOfficer');
    await office.db.records.put({
      id: planItemId('hatinh-ii-10', '42'),
      type: 'plan-item',
      unit: '42',
      record: item('hatinh-ii-10', { owner: 'Công an tỉnh' }),
      steps: [],
      unsettled: 0,
    });
    office.open();
    expect((await screen.findByRole('article')).textContent).toContain('Việc II.10');
    expect(screen.queryByRole('radio', { name: 'Đang làm' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Lấy từ thư viện' })).toBeNull();
  });
});

describe('taking tasks over', () => {
  test('from the library: those of 2022 under the bodies of today, and none a second time', async () => {
    const office = await planningOffice();
    await office.knows('plan-item', [item('hatinh-i-01', { owner: 'Công an tỉnh' })]);
    office.open('/viec/thu-vien');
    await office.user.click(await screen.findByRole('button', { name: 'Chọn cả 30 việc' }));
    await office.user.click(screen.getByRole('button', { name: 'Đưa 30 việc vào kế hoạch' }));
    await waitFor(() => expect(address()).toBe('/viec'));
    const rows = await recordsOfType(office.db, 'plan-item');
    expect(rows).toHaveLength(30);
    const last = rows.find(({ id }) => id === planItemId('hatinh-v-01', '42'));
    expect(valueOf(last?.record, 'owner')).toBe('Công an tỉnh, Sở Tài chính');
    expect(await screen.findByRole('heading', { name: /^Công an tỉnh 23 việc/ })).toBeTruthy();
  });

  test('from a file with a missing column: a sentence that names it, and nothing is saved', async () => {
    const office = await planningOffice();
    await office.knows('plan-item');
    office.open('/viec/nhap');
    await office.user.upload(
      await screen.findByLabelText('Chọn tệp', { selector: 'input' }),
      csv('Mã,Nội dung,Hạn\n1,Họp,2026'),
    );
    expect(await screen.findByText(/Thiếu cột “Chủ trì”/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /vào kế hoạch/ })).toBeNull();
    expect(await recordsOfType(office.db, 'plan-item')).toEqual([]);
  });

  test('from a file: shown first, saved when asked; read again it changes words and keeps status and notes', async () => {
    const office = await planningOffice();
    await office.knows('plan-item');
    const bring = async (text: string) => {
      office.putAway();
      office.open('/viec/nhap');
      await office.user.upload(await screen.findByLabelText('Chọn tệp', { selector: 'input' }), csv(text));
      await screen.findByRole('button', { name: 'Đưa 1 việc vào kế hoạch' });
    };
    await bring('Mã;Nội dung;Chủ trì;Hạn\nA.1;Rà soát dữ liệu;Công an tỉnh;31/12/2026');
    expect(await recordsOfType(office.db, 'plan-item')).toEqual([]);
    await office.user.click(screen.getByRole('button', { name: 'Đưa 1 việc vào kế hoạch' }));
    await office.user.click(await screen.findByRole('radio', { name: 'Đang làm' }));
    await screen.findByText(/Đã lưu trên máy: Đang làm/);
    await bring('Mã;Nội dung;Chủ trì;Hạn\nA.1;Rà soát, làm sạch dữ liệu;Sở Tư pháp;2027');
    expect(screen.getByText(/1 việc đã có trên bảng/)).toBeTruthy();
    await office.user.click(screen.getByRole('button', { name: 'Đưa 1 việc vào kế hoạch' }));
    expect(await screen.findByRole('article', { name: 'Rà soát, làm sạch dữ liệu' })).toBeTruthy();
    expect((screen.getByRole('radio', { name: 'Đang làm' }) as HTMLInputElement).checked).toBe(true);
    expect(await recordsOfType(office.db, 'plan-item')).toHaveLength(1);
  });

  test('a picture named .csv is no plan, and says so', async () => {
    const office = await planningOffice();
    await office.knows('plan-item');
    office.open('/viec/nhap');
    const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])], 'anh.csv', { type: 'text/csv' });
    await office.user.upload(await screen.findByLabelText('Chọn tệp', { selector: 'input' }), picture);
    expect(await screen.findByText(/Sổ không đọc được chữ trong tệp anh\.csv/)).toBeTruthy();
  });
});

describe('giving a task to many units at once', () => {
  const communes = [communeOf('18124', 'Sơn Kim 1'), communeOf('18133', 'Sơn Kim 2'), communeOf('18136', 'Sơn Hồng')];

  test('from a template, to two communes by name; it is one record, and each commune’s answer stands beside it', async () => {
    const office = await planningOffice();
    await office.knows('plan-item');
    await office.knows('task');
    await office.below(communes);
    office.open('/viec/giao');
    await office.user.selectOptions(await screen.findByLabelText('Mẫu việc'), 'review');
    expect((screen.getByLabelText('Tên việc') as HTMLInputElement).value).toBe('Rà soát người chưa có tài khoản mức 2');
    await office.user.click(screen.getByRole('radio', { name: 'Chọn từng đơn vị' }));
    await office.user.click(await screen.findByRole('checkbox', { name: 'Sơn Kim 1' }));
    await office.user.click(screen.getByRole('checkbox', { name: 'Sơn Hồng' }));
    await office.user.click(screen.getByRole('button', { name: 'Giao việc' }));
    expect(await screen.findByText('Chưa có hạn. Hãy chọn ngày cuối còn kịp.')).toBeTruthy();
    const deadline = screen.getByLabelText('Hạn');
    await office.user.type(deadline, '2026-11-09');
    await office.user.click(screen.getByRole('button', { name: 'Giao việc' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Hạn .* đã qua/);
    await office.user.clear(deadline);
    await office.user.type(deadline, '2026-11-20');
    await office.user.click(screen.getByRole('button', { name: 'Giao việc' }));
    await waitFor(() => expect(address()).toBe('/viec?phan=xa'));

    const [row, ...others] = await recordsOfType(office.db, 'task');
    expect(others).toEqual([]);
    expect(taskOf(row!.record)).toMatchObject({
      units: ['18124', '18136'],
      deadline: '2026-11-20',
      template: 'review',
    });
    await office.knows('progress', [
      written('progress', progressId(row!.id, '18124', 'once'), '18124', { done: true }),
      written(
        'progress',
        progressId(row!.id, '18136', 'once'),
        '18136',
        { reason: 'mat-song', note: 'Trạm hỏng' },
        { device: 5 },
      ),
    ]);
    const answers = await screen.findByRole('region', { name: 'Trả lời của từng đơn vị' });
    await waitFor(() => expect(answers.textContent).toContain('1/2 đã xong'));
    expect(within(answers).getByText('Sơn Hồng').closest('li')?.textContent).toContain('Không có sóng. Trạm hỏng');
  });

  test('a form left half filled is found again', async () => {
    const office = await planningOffice('communeOfficer');
    office.open('/viec/giao');
    await office.user.type(await screen.findByLabelText('Tên việc'), 'Phát loa sáng');
    office.putAway();
    office.open('/viec/giao');
    expect(await screen.findByDisplayValue('Phát loa sáng')).toBeTruthy();
  });

  test('a commune gives to all its villages, takes the task back, and what they answered stays', async () => {
    const office = await planningOffice('communeOfficer');
    await office.below([villageOf('18124', 1), villageOf('18124', 2)]);
    office.open('/viec/giao');
    await office.user.type(await screen.findByLabelText('Tên việc'), 'Phát loa sáng');
    await office.user.type(screen.getByLabelText('Hạn'), '2026-11-20');
    await office.user.click(screen.getByRole('button', { name: 'Giao việc' }));
    const answers = await screen.findByRole('region', { name: 'Trả lời của từng đơn vị' });
    expect(answers.textContent).toContain('0/2 đã xong');
    await office.user.click(screen.getByRole('button', { name: 'Huỷ việc' }));
    expect(screen.getByRole('dialog').textContent).toContain('Những gì họ đã trả lời vẫn còn');
    await office.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Huỷ việc' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Trả lời của từng đơn vị' })).toBeNull());
    expect(screen.getByRole('link', { name: /Phát loa sáng/ }).textContent).toContain('Đã huỷ');
  });

  test('a commune answers the province: its steps one by one, and why it cannot be done', async () => {
    const office = await planningOffice('communeOfficer');
    const given = written('task', undefined, '42', {
      title: 'Rà soát máy quét',
      steps: ['Đếm máy', 'Báo số còn thiếu'],
      recurrence: 'once',
      deadline: '2026-11-20',
      units: 'all',
    });
    await office.db.records.put({ id: given.id, type: 'task', unit: '42', record: given, steps: [], unsettled: 0 });
    office.open('/viec?phan=xa');
    await office.user.click(await screen.findByRole('checkbox', { name: 'Đếm máy' }));
    await office.user.click(screen.getByRole('radio', { name: 'Không làm được' }));
    await office.user.click(screen.getByRole('button', { name: 'Lưu trả lời' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Hãy chọn vì sao');
    await office.user.click(screen.getByRole('radio', { name: 'Chưa có máy' }));
    await office.user.click(screen.getByRole('button', { name: 'Lưu trả lời' }));
    await waitFor(async () => {
      const [row] = await recordsOfType(office.db, 'progress');
      expect([row?.id, valueOf(row?.record, 'reason'), valueOf(row?.record, 'step.0')]).toEqual([
        progressId(given.id, '18124', 'once'),
        'chua-co-may',
        true,
      ]);
    });
  });
});
