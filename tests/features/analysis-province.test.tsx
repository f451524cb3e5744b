import '../support/node-bytes.ts';
import 'fake-indexeddb/auto';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryContent } from '#model/entry-content.ts';
import { wantedViews } from '#store/views.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { cutOff, realOffice } from '../support/real-office.tsx';

// jsdom lays nothing out: what a style sheet would hide is there.
configure({ defaultHidden: true });

let province: TestProvince;
beforeEach(async () => {
  province = await createProvince();
});
afterEach(async () => {
  cleanup();
  await province.close();
});

const save = async (phone: Phone, content: Partial<EntryContent>) => {
  const operation = record(eveningInThon2(content), { device: phone.device, seq: 1, unit: phone.person.unit });
  expect((await province.push(phone, [operation])).refused).toEqual([]);
};
type Desk = Awaited<ReturnType<typeof realOffice>>;
const at = async (one: Desk, place: string) => {
  one.putAway();
  one.open(place);
  await waitFor(async () => expect((await wantedViews(one.db, one.clock)).length).toBeGreaterThan(2));
  await one.exchange();
};
const cells = (name: string | RegExp) =>
  [...screen.getByRole('row', { name }).querySelectorAll('th, td')].map((one) => one.textContent);

test('a province officer sees what teams sent, told apart, and no small number of vulnerable people; the commune does', async () => {
  await save(await province.phone('villageMember'), {
    counts: { VNEID_CAI: 9 },
    cells: { 'VNEID_CAI/vulnerable/khuyet-tat': 3 },
  });
  await save(await province.phone('villageMember', '18127-01'), {
    counts: { VNEID_CAI: 20 },
    cells: { 'VNEID_CAI/vulnerable/khuyet-tat': 12 },
  });
  const asked = '/phan-tich?bang=unit,measure,value&cs=VNEID_CAI&so-ky=1&phan=vulnerable';
  const above = await realOffice(province, await province.phone('provinceOfficer'));
  await at(above, asked);
  await screen.findByRole('table', { name: /Nhóm yếu thế/ });
  expect(screen.getAllByText('ẩn').length).toBeGreaterThan(0);
  expect(screen.queryByText('3')).toBeNull();
  expect(cells(/^2 xã có số liệu/)[2]).toMatch(/^≈ /);

  const commune = await realOffice(province, await province.phone('communeOfficer'));
  await at(commune, asked);
  await screen.findByRole('table', { name: /Nhóm yếu thế/ });
  expect(screen.queryByText('ẩn')).toBeNull();
  expect(cells(/^1 thôn có số liệu/)[1]).toBe('3');
});

test('a view one officer kept, a colleague of the unit opens; without a network it opens with its age', async () => {
  await save(await province.phone('villageMember'), { counts: { VNEID_CAI: 9 } });
  const lan = await realOffice(province, await province.phone('provinceOfficer'));
  await at(lan, '/phan-tich?cs=VNEID_CAI&so-ky=1&so-sanh=none');
  await lan.user.click(await screen.findByRole('button', { name: 'Lưu góc nhìn' }));
  await lan.user.type(screen.getByRole('textbox', { name: 'Tên góc nhìn' }), 'VNeID theo xã');
  await lan.user.click(screen.getByRole('button', { name: 'Lưu cách xem này' }));
  await screen.findByRole('link', { name: 'VNeID theo xã' });
  await lan.exchange();

  const minh = await realOffice(province, await province.phone('provinceOfficer'));
  await at(minh, '/phan-tich');
  await minh.user.click(await screen.findByRole('button', { name: 'Lưu góc nhìn' }));
  await minh.user.click(await screen.findByRole('link', { name: 'VNeID theo xã' }));
  await waitFor(async () =>
    expect((await wantedViews(minh.db, minh.clock)).join(' ')).toContain('measures=VNEID_CAI&'),
  );
  await minh.exchange();
  await waitFor(() =>
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(
      expect.arrayContaining(['Cài VNeID (người)', 'T11']),
    ),
  );
  expect(cells(/^1 xã có số liệu/)[2]).toBe('9');

  cutOff();
  await minh.exchange().catch(() => undefined);
  minh.putAway();
  minh.open('/phan-tich?cs=VNEID_CAI&so-ky=1&so-sanh=none');
  expect(await screen.findByRole('row', { name: /^1 xã có số liệu/ })).toBeTruthy();
});
