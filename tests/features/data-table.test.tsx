import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { unzipSync, strFromU8 } from 'fflate';
import { Link, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DataTable, type DataTableProps, type TableColumn } from '#features/DataTable.tsx';
import { newPhone } from '../support/phone.tsx';

configure({ asyncUtilTimeout: 10_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

type Commune = { id: string; name: string; teams: number; installs: number | null; change: number; on: string | null };
const communes: Commune[] = [
  { id: '1', name: 'Sơn Kim 10', teams: 23, installs: 1204, change: -3, on: '2026-11-12' },
  { id: '2', name: 'Đức Thọ', teams: 20, installs: null, change: 0, on: null },
  { id: '3', name: 'Sơn Kim 2', teams: 2, installs: 30, change: 12, on: '2026-11-09' },
];
const add = (rows: readonly Commune[], of: (row: Commune) => number | null) =>
  rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);
const columns: TableColumn<Commune>[] = [
  { key: 'name', head: 'Xã', kind: 'text', value: (row) => row.name },
  { key: 'teams', head: 'Tổ', kind: 'number', value: (row) => row.teams, sum: (rows) => add(rows, (row) => row.teams) },
  {
    key: 'installs',
    head: 'T11',
    group: 'Cài VNeID',
    unit: 'người',
    kind: 'number',
    value: (row) => row.installs,
    show: (row) => (row.installs === null ? undefined : <Link to={`/xa/${row.id}`}>{row.installs}</Link>),
    sum: (rows) => add(rows, (row) => row.installs),
  },
  { key: 'change', head: '±', group: 'Cài VNeID', kind: 'number', value: (row) => row.change },
  { key: 'on', head: 'Ngày', kind: 'day', value: (row) => row.on },
  { key: 'id', head: 'Mã', kind: 'text', value: (row) => row.id, aside: true },
];

const Address = () => <p data-testid="address">{useLocation().search}</p>;
const open = (more: Partial<DataTableProps<Commune>> = {}) => {
  const phone = newPhone();
  phone.open(
    <>
      <DataTable
        name="test"
        caption="Số liệu các xã, 15/10–14/11"
        heading="3 xã"
        columns={columns}
        rows={communes}
        rowKey={({ id }) => id}
        find={{ label: 'Tìm xã' }}
        foot={(rows) => `${rows.length} xã`}
        address="xep"
        file="thu-2026-11"
        about={['Tính đến 09:10 hôm nay']}
        empty="Chưa có xã nào."
        {...more}
      />
      <Address />
    </>,
  );
  return phone.user;
};
const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('rowheader')
    .map((head) => head.textContent);
const narrow = () =>
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));

let saved: Blob[] = [];
beforeEach(() => {
  saved = [];
  URL.createObjectURL = (file) => {
    saved.push(file as Blob);
    return 'blob:kept';
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
/** The file that went into the downloads. */
const bytes = async () => {
  await waitFor(() => expect(saved).toHaveLength(1));
  return new Uint8Array(
    await new Promise<ArrayBuffer>((resolve) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(reader.result as ArrayBuffer));
      reader.readAsArrayBuffer(saved[0]!);
    }),
  );
};

describe('on a desk', () => {
  test('a head orders the rows, figures from the largest; what is unknown stands last, and the address keeps it', async () => {
    const user = open();
    expect(names()).toEqual(['Sơn Kim 10', 'Đức Thọ', 'Sơn Kim 2', '3 xã']);
    await user.click(screen.getByRole('button', { name: 'Xã' }));
    expect(names()).toEqual(['Đức Thọ', 'Sơn Kim 2', 'Sơn Kim 10', '3 xã']);
    await user.click(screen.getByRole('button', { name: 'T11 người' }));
    expect(names().slice(0, 3)).toEqual(['Sơn Kim 10', 'Sơn Kim 2', 'Đức Thọ']);
    expect(screen.getByTestId('address').textContent).toBe('?xep=-installs');
    await user.keyboard('{Enter}');
    expect(names().slice(0, 3)).toEqual(['Sơn Kim 2', 'Sơn Kim 10', 'Đức Thọ']);
    expect(screen.getByRole('columnheader', { name: 'T11 người' }).getAttribute('aria-sort')).toBe('ascending');
  });

  test('finds rows without tone marks, and the foot sums what is in sight', async () => {
    const user = open();
    expect(screen.getByRole('row', { name: /^3 xã/ }).textContent).toBe('3 xã451.234');
    await user.type(screen.getByRole('textbox', { name: 'Tìm xã' }), 'son kim');
    expect(names()).toEqual(['Sơn Kim 10', 'Sơn Kim 2', '2 xã']);
    expect(screen.getByRole('row', { name: /^2 xã/ }).textContent).toBe('2 xã251.234');
    await user.type(screen.getByRole('textbox', { name: 'Tìm xã' }), 'zz');
    expect(screen.getByText(/Không có dòng nào khớp/)).toBeTruthy();
  });

  test('remembers which columns somebody chose, and keeps at least one', async () => {
    let user = open();
    expect(screen.queryByRole('columnheader', { name: 'Mã' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Cột' }));
    await user.click(screen.getByRole('checkbox', { name: 'Mã' }));
    for (const name of ['Tổ', 'Cài VNeID, T11 (người)', 'Cài VNeID, ±', 'Ngày'])
      await user.click(screen.getByRole('checkbox', { name }));
    expect(screen.getByRole('checkbox', { name: /^Mã/ })).toHaveProperty('disabled', true);
    cleanup();
    user = open();
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Xã', 'Mã']);
    await user.click(screen.getByRole('button', { name: 'Cột' }));
    await user.click(screen.getByRole('button', { name: 'Về các cột thường dùng' }));
    expect(screen.getByRole('columnheader', { name: 'Ngày' })).toBeTruthy();
  });

  test('arrow keys lead from a figure to the one below it, over a row that has none, and back', async () => {
    const user = open();
    screen.getByRole('link', { name: '1204' }).focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('30');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement?.textContent).toBe('T11 người');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('±');
  });

  test('a long table is drawn in parts, but goes onto paper whole', async () => {
    const many = Array.from({ length: 700 }, (_, at) => ({ ...communes[0]!, id: String(at), name: `Thôn ${at}` }));
    const user = open({ rows: many });
    const drawn = () => document.querySelectorAll('tbody tr').length;
    expect(drawn()).toBe(300);
    expect(document.querySelector('tfoot th')?.textContent).toBe('700 xã');
    await user.click(screen.getByText('Hiện thêm 300 dòng (còn 400)'));
    expect(drawn()).toBe(600);
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(drawn()).toBe(700);
  });

  test('nothing to show: a sentence, and no ways out of nothing', () => {
    open({ rows: [] });
    expect(screen.getByText('Chưa có xã nào.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Xuất' })).toBeNull();
  });
});

test('on a narrow screen a row is a card, and the order is chosen from a list', async () => {
  narrow();
  const user = open();
  expect(screen.queryByRole('table')).toBeNull();
  const card = within(screen.getByText('Sơn Kim 2').closest('li')!);
  expect(card.getByText('Cài VNeID, T11 (người)').nextElementSibling?.textContent).toBe('30');
  await user.click(screen.getByRole('button', { name: 'Cách xem' }));
  await user.click(screen.getByRole('radio', { name: 'Xã' }));
  expect(screen.getAllByRole('listitem').map((item) => item.querySelector('span')?.textContent)).toEqual([
    'Đức Thọ',
    'Sơn Kim 2',
    'Sơn Kim 10',
  ]);
});

describe('out of the screen', () => {
  const wild = [{ ...communes[0]!, name: '=HYPERLINK("x")' }, communes[1]!];

  test('the clipboard has tabs, plain digits, days as written here, and no formula', async () => {
    const user = open({ rows: wild });
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await user.click(screen.getByRole('button', { name: 'Chép bảng' }));
    expect(write).toHaveBeenCalledWith(
      [
        'Xã\tTổ\tCài VNeID, T11 (người)\tCài VNeID, ±\tNgày',
        '\'=HYPERLINK("x")\t23\t1204\t-3\t12/11/2026',
        'Đức Thọ\t20\t\t0\t',
        '2 xã\t43\t1204\t\t',
      ].join('\r\n'),
    );
    expect(await screen.findByText('Đã chép bảng. Hãy dán vào Excel.')).toBeTruthy();
  });

  test('.csv: a byte order mark, words in quotes, numbers bare also below nought', async () => {
    const user = open({ rows: wild });
    await user.click(screen.getByRole('button', { name: 'Xuất' }));
    await user.click(screen.getByRole('button', { name: 'Tệp chữ (.csv)' }));
    const raw = await bytes();
    expect(Array.from(raw.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const text = strFromU8(raw.slice(3));
    expect(text.split('\r\n')[1]).toBe('"\'=HYPERLINK(""x"")",23,1204,-3,"12/11/2026"');
    expect(await screen.findByText('Đã lưu tệp thu-2026-11.csv vào mục tải về của máy.')).toBeTruthy();
  });

  test('.xlsx: numbers are numbers and days days, heads stay in sight, and a sheet says what the figures are', async () => {
    const user = open({ rows: wild });
    await user.click(screen.getByRole('button', { name: 'Xuất' }));
    await user.click(screen.getByRole('button', { name: 'Tệp Excel (.xlsx)' }));
    const files = unzipSync(await bytes());
    const xml = (path: string) => new DOMParser().parseFromString(strFromU8(files[path]!), 'application/xml');
    const strings = [...xml('xl/sharedStrings.xml').querySelectorAll('si')].map((si) => si.textContent);
    const sheet = xml('xl/worksheets/sheet1.xml');
    const cells = [...sheet.querySelectorAll('sheetData > row')].map((row) =>
      [...row.querySelectorAll('c')].map((cell) => {
        const value = cell.querySelector('v')?.textContent ?? '';
        return cell.getAttribute('t') === 's' ? strings[Number(value)] : value === '' ? '' : Number(value);
      }),
    );
    expect(cells[0]).toContain('Cài VNeID');
    expect(cells[1]).toEqual(['Xã', 'Tổ', 'T11 (người)', '±', 'Ngày']);
    // 12/11/2026 is day 46.338 of Excel's calendar.
    expect(cells[2]).toEqual(['=HYPERLINK("x")', 23, 1204, -3, 46_338]);
    expect(cells.at(-1)?.slice(0, 3)).toEqual(['2 xã', 43, 1204]);
    expect([...sheet.querySelectorAll('mergeCell')].map((merge) => merge.getAttribute('ref'))).toEqual(['C1:D1']);
    expect(sheet.querySelector('pane')?.getAttribute('topLeftCell')).toBe('B3');
    expect(sheet.querySelector('f')).toBeNull();
    expect(strings).toContain('Tính đến 09:10 hôm nay');
    expect([...xml('xl/workbook.xml').querySelectorAll('sheet')].map((tab) => tab.getAttribute('name'))).toEqual([
      'Bảng',
      'Ghi chú',
    ]);
  });
});
