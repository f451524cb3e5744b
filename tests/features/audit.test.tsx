import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteAct, type Noted } from '#server/storage/audit.ts';
import { createProvince, thatEvening, type Phone, type TestProvince } from '../support/province.ts';
import { realOffice } from '../support/real-office.tsx';

let province: TestProvince;
let officer: Phone;
beforeEach(async () => {
  province = await createProvince();
  officer = await province.phone('provinceOfficer');
});
afterEach(async () => {
  cleanup();
  localStorage.clear();
  await province.close();
});

const note = (...all: Noted[]) =>
  province.db.transaction().execute(async (tx) => {
    for (const one of all) await noteAct(tx, officer, one, thatEvening / 1000);
  });
const opened = async (address = '') => {
  const office = await realOffice(province, officer);
  office.open(`/nhat-ky-he-thong${address}`);
  await office.sync();
  await office.sync();
  await screen.findByText('Hết nhật ký.');
  return office;
};
const said = () => screen.getAllByRole('listitem').map((row) => row.children[1]?.textContent);

test('what became of units is told in whole sentences: what was merged into what, and how it was called before', async () => {
  const begins = '2026-12-01';
  await note(
    { act: 'unit.merged', unit: '18124-02', subject: '18124-01', params: { name: 'Thôn 1', begins } },
    { act: 'unit.split', unit: '18124-03', subject: '18124-09', params: { name: 'Thôn 9', begins } },
    { act: 'unit.changed', unit: '18124', subject: 'name', params: { from: 'Sơn Kim', to: 'Sơn Kim 1' } },
    { act: 'unit.changed', unit: '18124-02', subject: 'ended', params: { last: '2026-11-30' } },
    { act: 'unit.added', unit: '18124', subject: 'file', params: { count: 12 } },
    { act: 'late.read', unit: '18124', subject: '2026-10' },
  );
  await opened();
  await waitFor(() =>
    expect(said()).toEqual([
      'Xem các lượt gửi muộn của xã Sơn Kim 1, tháng 10',
      'Thêm 12 thôn từ tệp vào xã Sơn Kim 1',
      'Ngừng Thôn 2 (mẫu), xã Sơn Kim 1, ngày cuối 30/11/2026',
      'Đổi tên Sơn Kim thành Sơn Kim 1',
      'Chia tách Thôn 9, lập Thôn 3 (mẫu), xã Sơn Kim 1',
      'Sáp nhập Thôn 1 (mẫu), xã Sơn Kim 1 vào Thôn 2 (mẫu), xã Sơn Kim 1',
    ]),
  );
});

test('the log of one unit is chosen from a list: a commune first, then one of its villages', async () => {
  await note({ act: 'report.closed', unit: '18124', subject: '2026-10' }, { act: 'entries.read', unit: '18127-01' });
  const { user, sync } = await opened();
  const choose = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Đơn vị' });
  const options = () => within(choose).getAllByRole('option');
  await waitFor(() =>
    expect(options().map((one) => one.textContent)).toEqual(['Cả tỉnh Hà Tĩnh', 'Xã Sơn Kim 1', 'Xã Sơn Kim 2']),
  );
  await user.selectOptions(choose, 'Xã Sơn Kim 2');
  await sync();
  await waitFor(() => expect(said()).toEqual(['Xem từng lượt ghi của Thôn 1 (mẫu), ']));
  expect(options()).toHaveLength(5);
  await user.selectOptions(choose, options()[3]!);
  await sync();
  expect(choose.value).toBe('18127-01');
  await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
  await waitFor(() => expect(choose.value).toBe('42'));
});
