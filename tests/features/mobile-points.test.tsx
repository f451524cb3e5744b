import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, test } from 'vitest';
import Log from '#features/log/Log.tsx';
import MobilePoints from '#features/mobile-points/MobilePoints.tsx';
import OfficerPoints from '#features/mobile-points/OfficerPoints.tsx';
import { silentOf } from '#features/mobile-points/attendances.ts';
import PointForm from '#features/mobile-points/PointForm.tsx';
import type { Role } from '#model/person.ts';
import type { Json } from '#model/record.ts';
import { attendance, attendanceName, attendanceOf } from '#model/records/attendance.ts';
import { mobilePoint, mobilePointOf, type MobilePoint } from '#model/records/mobile-point.ts';
import { openDrafts } from '#store/open-drafts.ts';
import { outbox } from '#store/outbox.ts';
import { recordById, recordsOfType } from '#store/records.ts';
import { writeRecord } from '#store/write-record.ts';
import { newPhone } from '../support/phone.tsx';
import { pull, type Elsewhere } from '../support/pulled.ts';
import { pointInThon2 } from '../support/village-records.ts';

afterEach(cleanup);

const teamPlaces = (
  <Routes>
    <Route path="/luu-dong" element={<MobilePoints />} />
    <Route path="/ghi" element={<Log />} />
  </Routes>
);
const officerPlaces = (
  <Routes>
    <Route path="/luu-dong" element={<OfficerPoints />} />
    <Route path="/luu-dong/moi" element={<PointForm />} />
    <Route path="/luu-dong/:point" element={<PointForm />} />
  </Routes>
);
const phoneOf = async (role: Role = 'villageMember') => {
  const phone = newPhone();
  await phone.signIn(role);
  return phone;
};
const announcedOn = (seq: number, but: Record<string, Json> = {}): Elsewhere => ({
  seq,
  unit: '18124',
  body: { type: 'mobile-point', set: { ...pointInThon2, ...but } },
});
const changed = (seq: number, set: Record<string, Json>): Elsewhere => ({
  seq,
  unit: '18124',
  body: {
    type: 'mobile-point',
    record: '21-1',
    set,
    seen: Object.fromEntries(Object.keys(set).map((field) => [field, ['21-1']])),
  },
});
const line = async (name: RegExp) =>
  (await screen.findAllByRole('listitem')).find((one) => name.test(one.textContent ?? ''))!;

describe('a team, without a network', () => {
  test('sees the next points in order, those for other villages not, and what to bring', async () => {
    const phone = await phoneOf();
    await pull(phone, [
      announcedOn(1),
      announcedOn(2, { day: '2026-11-12', place: 'Trường tiểu học' }),
      announcedOn(3, { day: '2026-11-11', place: 'Nhà văn hoá Thôn 7', units: ['18124-07'] }),
    ]);
    phone.open(teamPlaces, '/luu-dong');
    const list = await screen.findByRole('list', { name: 'Sắp tới' });
    const said = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => /Trường tiểu học|Nhà văn hoá Thôn \d/.exec(textContent ?? '')?.[0]);
    expect(said).toEqual(['Trường tiểu học', 'Nhà văn hoá Thôn 2']);
    expect(within(list).getAllByText(/Mang theo: Thẻ căn cước/)).toHaveLength(2);
  });

  test('says how many it brings and what it has done; both are on the phone and in the outbox', async () => {
    const phone = await phoneOf();
    await pull(phone, [announcedOn(1)]);
    phone.open(teamPlaces, '/luu-dong');
    await phone.user.click(await screen.findByRole('button', { name: /^Báo số người Tổ đưa đến/ }));
    const amount = screen.getByRole('textbox', { name: 'Số người Tổ đưa đến' });
    await phone.user.clear(amount);
    await phone.user.type(amount, '18');
    await phone.user.click(screen.getByRole('button', { name: 'Lưu số người' }));
    expect(await screen.findByText('Tổ đã báo 18 người')).toBeTruthy();
    await phone.user.click(await screen.findByRole('checkbox', { name: 'Báo 18 người đã hẹn' }));
    await waitFor(async () => expect((await outbox(phone.db)).waiting).toHaveLength(2));
    const row = await recordById(phone.db, attendanceName('21-1', '18124-02'));
    expect(attendanceOf(row?.record)).toMatchObject({ people: 18, steps: { told: true, papers: false } });
  });

  test('a number that is none is not saved, and says what to do', async () => {
    const phone = await phoneOf();
    await pull(phone, [announcedOn(1)]);
    phone.open(teamPlaces, '/luu-dong');
    await phone.user.click(await screen.findByRole('button', { name: /^Báo số người Tổ đưa đến/ }));
    await phone.user.type(screen.getByRole('textbox', { name: 'Số người Tổ đưa đến' }), 'nhiều');
    await phone.user.click(screen.getByRole('button', { name: 'Lưu số người' }));
    expect((await screen.findByRole('alert')).textContent).toContain('số nguyên');
    expect(await recordsOfType(phone.db, attendance.type)).toEqual([]);
  });

  test('what was changed is marked with what it was; what is cancelled says why and asks for nobody', async () => {
    const phone = await phoneOf();
    await pull(phone, [announcedOn(1), announcedOn(2, { day: '2026-11-20', place: 'Chợ xã' })]);
    await pull(phone, [
      changed(3, { hours: { from: '14:00', to: '17:00' } }),
      {
        seq: 4,
        unit: '18124',
        body: { type: 'mobile-point', record: '21-2', set: { cancelled: { reason: 'Mưa lũ' } } },
      },
    ]);
    phone.open(teamPlaces, '/luu-dong');
    const moved = await line(/Nhà văn hoá Thôn 2/);
    expect(moved.textContent).toContain('14:00–17:00');
    expect(moved.textContent).toContain('Giờ: trước là 07:30–11:00');
    const off = await line(/Chợ xã/);
    expect(off.textContent).toContain('Đã huỷ: Mưa lũ');
    expect(within(off).queryByRole('button')).toBeNull();
  });

  test('what was changed after the team said its number asks it to look again', async () => {
    const phone = await phoneOf();
    const part = (seq: number): Elsewhere => ({
      seq,
      unit: '18124-02',
      body: { type: 'attendance', record: attendanceName('21-1', '18124-02'), set: { people: 18 } },
    });
    await pull(phone, [announcedOn(1), part(2), changed(3, { place: 'Chợ xã' })]);
    phone.open(teamPlaces, '/luu-dong');
    expect((await line(/Chợ xã/)).textContent).toContain('Lịch đã đổi sau khi Tổ báo. Xem lại số người.');
  });

  test('M2: two members said two numbers: both are shown, until a person chooses', async () => {
    const phone = await phoneOf();
    const record = attendanceName('21-1', '18124-02');
    await pull(phone, [announcedOn(1)]);
    await writeRecord(phone.db, phone.clock, attendance, '18124-02', { record, set: { people: 18 } });
    await pull(phone, [{ seq: 2, unit: '18124-02', by: 6, body: { type: 'attendance', record, set: { people: 12 } } }]);
    phone.open(teamPlaces, '/luu-dong');
    const card = await screen.findByRole('region', { name: 'Hai người ghi khác nhau' });
    await phone.user.click(within(card).getByRole('button', { name: 'Giữ ý này: 12 người' }));
    expect(await screen.findByText('Tổ đã báo 12 người')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Hai người ghi khác nhau' })).toBeNull();
    expect(screen.getByText('Trên máy')).toBeTruthy();
  });

  test('after its day, what was done there is counted on that day', async () => {
    const phone = await phoneOf();
    await pull(phone, [announcedOn(1, { day: '2026-11-09' })]);
    phone.open(teamPlaces, '/luu-dong');
    await phone.user.click(await screen.findByRole('link', { name: 'Ghi số làm mức 2' }));
    expect(await screen.findByRole('button', { name: /Điểm lưu động/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /9\/11/ })).toBeTruthy();
  });

  test('on its day, level 2 is counted with the place already chosen', async () => {
    const phone = await phoneOf();
    await pull(phone, [announcedOn(1, { day: '2026-11-10' })]);
    phone.open(teamPlaces, '/luu-dong');
    await phone.user.click(await screen.findByRole('link', { name: 'Ghi số làm mức 2' }));
    expect(await screen.findByRole('button', { name: /Điểm lưu động/ })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Mức 2: đã thu nhận' })).toBeTruthy();
  });
});

describe('a commune officer, without a network', () => {
  test('announces a point; what is missing is said beside its field, and the draft stays', async () => {
    const phone = await phoneOf('communeOfficer');
    phone.open(officerPlaces, '/luu-dong/moi');
    await phone.user.click(await screen.findByRole('button', { name: 'Đặt lịch' }));
    expect(screen.getByRole('alert', { name: 'Có 2 chỗ cần sửa' }).textContent).toContain('Hãy chọn ngày.');
    await phone.user.type(screen.getByLabelText('Ngày'), '2026-11-19');
    await phone.user.type(screen.getByLabelText('Nơi'), 'Nhà văn hoá Thôn 2');
    await waitFor(async () => expect(await openDrafts(phone.db)).toHaveLength(1));
    await phone.user.click(screen.getByRole('button', { name: 'Đặt lịch' }));
    expect(await line(/Nhà văn hoá Thôn 2/)).toBeTruthy();
    expect((await recordsOfType(phone.db, mobilePoint.type)).map(({ record }) => mobilePointOf(record))).toMatchObject([
      { day: '2026-11-19', hours: { from: '07:30', to: '11:00' }, units: 'all', unit: '18124' },
    ]);
    expect(await openDrafts(phone.db)).toEqual([]);
  });

  test('M2: a change writes what was changed and nothing else: a colleague’s change meanwhile stays', async () => {
    const phone = await phoneOf('communeOfficer');
    await pull(phone, [announcedOn(1)]);
    phone.open(officerPlaces, '/luu-dong/21-1');
    const place = await screen.findByLabelText('Nơi');
    await pull(phone, [changed(2, { hours: { from: '14:00', to: '17:00' } })]);
    await phone.user.clear(place);
    await phone.user.type(place, 'Trường tiểu học');
    await phone.user.click(screen.getByRole('button', { name: 'Lưu thay đổi' }));
    const moved = await line(/Trường tiểu học/);
    expect(moved.textContent).toContain('14:00–17:00');
  });

  test('sees what the villages said against what the point takes', async () => {
    const phone = await phoneOf('communeOfficer');
    const said = (seq: number, unit: string, people: number): Elsewhere => ({
      seq,
      unit,
      body: { type: 'attendance', record: attendanceName('21-1', unit), set: { people } },
    });
    await pull(phone, [announcedOn(1), said(2, '18124-02', 18), said(3, '18124-03', 50)]);
    phone.open(officerPlaces, '/luu-dong');
    const shown = await line(/Nhà văn hoá Thôn 2/);
    expect(shown.textContent).toContain('Các thôn báo 68/60 người');
    expect(shown.textContent).toContain('vượt sức nhận');
  });

  test('which villages have not said: those it is for, and no others', () => {
    const village = (id: string, parent = '18124') => ({ id, level: 'village' as const, parent });
    const units = [village('18124-02'), village('18124-03'), village('18124-07'), village('18130-01', '18130')];
    const silent = (of: string[] | 'all') =>
      silentOf({ unit: '18124', units: of } as MobilePoint, [{ unit: '18124-02' }], units).map(({ id }) => id);
    expect(silent('all')).toEqual(['18124-03', '18124-07']);
    expect(silent(['18124-02', '18124-03'])).toEqual(['18124-03']);
  });

  test('what was, with what the villages said, stays in sight for two weeks', async () => {
    const phone = await phoneOf('communeOfficer');
    await pull(phone, [announcedOn(1, { day: '2026-11-06' }), announcedOn(2, { day: '2026-10-20', place: 'Chợ xã' })]);
    phone.open(officerPlaces, '/luu-dong');
    const past = await screen.findByRole('region', { name: 'Đã qua' });
    expect(past.textContent).toContain('Nhà văn hoá Thôn 2');
    expect(past.textContent).not.toContain('Chợ xã');
  });

  test('cancels with a reason, and only with one', async () => {
    const phone = await phoneOf('communeOfficer');
    await pull(phone, [announcedOn(1)]);
    phone.open(officerPlaces, '/luu-dong');
    await phone.user.click(await screen.findByRole('button', { name: /^Huỷ điểm/ }));
    const sheet = screen.getByRole('dialog');
    await phone.user.click(within(sheet).getByRole('button', { name: 'Huỷ điểm' }));
    expect(within(sheet).getByText('Hãy viết ngắn gọn lý do huỷ.')).toBeTruthy();
    await phone.user.type(within(sheet).getByLabelText('Lý do'), 'Mưa lũ');
    await phone.user.click(within(sheet).getByRole('button', { name: 'Huỷ điểm' }));
    expect(await screen.findByText('Đã huỷ: Mưa lũ')).toBeTruthy();
  });
});
