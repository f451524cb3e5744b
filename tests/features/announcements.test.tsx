import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, test } from 'vitest';
import AnnouncementForm from '#features/announcements/AnnouncementForm.tsx';
import AnnouncementPage from '#features/announcements/AnnouncementPage.tsx';
import Announcements from '#features/announcements/Announcements.tsx';
import OfficerAnnouncements from '#features/announcements/OfficerAnnouncements.tsx';
import UnreadCount from '#features/announcements/UnreadCount.tsx';
import UnreadNotice from '#features/announcements/UnreadNotice.tsx';
import { readersOf } from '#features/announcements/readers.ts';
import type { Role } from '#model/person.ts';
import type { Json } from '#model/record.ts';
import { announcement, announcementOf } from '#model/records/announcement.ts';
import { readMark, readMarkName } from '#model/records/read-mark.ts';
import { recordsAddress } from '#features/officer-records.ts';
import { outbox } from '#store/outbox.ts';
import { recordsOfType } from '#store/records.ts';
import { keepView, wantView } from '#store/views.ts';
import { at, villageOf } from '../support/figures.ts';
import { newPhone } from '../support/phone.tsx';
import { pull, type Elsewhere } from '../support/pulled.ts';

afterEach(cleanup);

const teamPlaces = (
  <Routes>
    <Route path="/thong-bao" element={<Announcements />} />
    <Route path="/thong-bao/:announcement" element={<AnnouncementPage />} />
  </Routes>
);
const officerPlaces = (
  <Routes>
    <Route path="/thong-bao" element={<OfficerAnnouncements />} />
    <Route path="/thong-bao/moi" element={<AnnouncementForm />} />
    <Route path="/thong-bao/:announcement" element={<AnnouncementForm />} />
  </Routes>
);
const phoneOf = async (role: Role = 'villageMember') => {
  const phone = newPhone();
  await phone.signIn(role);
  return phone;
};
const told = (seq: number, but: Record<string, Json> = {}, unit = '18124'): Elsewhere => ({
  seq,
  unit,
  body: {
    type: 'announcement',
    set: { title: 'Họp Tổ công tác', text: '08:00 thứ Bảy tại nhà văn hoá.', units: 'all', ...but },
  },
});
const writtenAnew = (seq: number): Elsewhere => ({
  seq,
  unit: '18124',
  body: {
    type: 'announcement',
    record: '21-1',
    set: { title: 'Họp Tổ công tác', text: 'Dời sang Chủ nhật.' },
    seen: { title: ['21-1'], text: ['21-1'] },
  },
});

describe('a team, without a network', () => {
  test('reads what is for it, the newest first, and says once that it has read it', async () => {
    const phone = await phoneOf();
    await pull(phone, [
      told(1),
      told(2, { title: 'Cho Thôn 7', units: ['18124-07'] }),
      told(3, { title: 'Tỉnh tập huấn VNeID' }, '42'),
    ]);
    phone.open(teamPlaces, '/thong-bao');
    const links = await screen.findAllByRole('link', { name: /Tổ|Tỉnh/ });
    expect(links.map(({ textContent }) => textContent)).toEqual(['Tỉnh tập huấn VNeID', 'Họp Tổ công tác']);
    await phone.user.click(links[1]!);
    await phone.user.click(await screen.findByRole('button', { name: 'Tổ đã đọc' }));
    expect((await screen.findByText(/Tổ đã đọc, Nguyễn Thị Hoa bấm/)).textContent).toContain('hôm nay');
    expect((await outbox(phone.db)).waiting.map(({ operation }) => operation.body)).toMatchObject([
      { record: readMarkName('21-1', '18124-02'), set: { read: '21-1' } },
    ]);
    phone.putAway();
    phone.open(teamPlaces, '/thong-bao');
    expect(await screen.findAllByText('Chưa đọc')).toHaveLength(1);
  });

  test('what was written anew is unread again, and says so', async () => {
    const phone = await phoneOf();
    await pull(phone, [told(1)]);
    phone.open(teamPlaces, '/thong-bao/21-1');
    await phone.user.click(await screen.findByRole('button', { name: 'Tổ đã đọc' }));
    await screen.findByText(/bấm lúc/);
    await pull(phone, [writtenAnew(2)]);
    expect(await screen.findByText('Dời sang Chủ nhật.')).toBeTruthy();
    expect(screen.getByText(/Tổ đọc bản trước/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tổ đã đọc' })).toBeTruthy();
  });

  test('one written anew stands on top and says so; what is not read is counted, until it is read or taken back', async () => {
    const phone = await phoneOf();
    await pull(phone, [told(1), told(2, { title: 'Tập huấn' }), writtenAnew(3)]);
    phone.open(
      <>
        <UnreadCount />
        {teamPlaces}
      </>,
      '/thong-bao',
    );
    const [first] = await screen.findAllByRole('listitem');
    expect(first!.textContent).toContain('Dời sang Chủ nhật.');
    expect(first!.textContent).toContain('Đã sửa lúc');
    expect(await screen.findByText('2 thông báo chưa đọc')).toBeTruthy();
    await phone.user.click(screen.getByRole('link', { name: 'Họp Tổ công tác' }));
    await phone.user.click(await screen.findByRole('button', { name: 'Tổ đã đọc' }));
    expect(await screen.findByText('1 thông báo chưa đọc')).toBeTruthy();
    const taken = { type: 'announcement', record: '21-2', set: { withdrawn: { reason: 'Hoãn' } } };
    await pull(phone, [{ seq: 4, unit: '18124', body: taken }]);
    await waitFor(() => expect(screen.queryByText(/thông báo chưa đọc/)).toBeNull());
  });

  test('the band leads to what is not read, and is gone when all is', async () => {
    const phone = await phoneOf();
    await pull(phone, [told(1)]);
    phone.open(
      <Routes>
        <Route path="/" element={<UnreadNotice />} />
        <Route path="/thong-bao/:announcement" element={<AnnouncementPage />} />
      </Routes>,
      '/',
    );
    await phone.user.click(await screen.findByRole('link', { name: /Họp Tổ công tác/ }));
    await phone.user.click(await screen.findByRole('button', { name: 'Tổ đã đọc' }));
    await screen.findByText(/bấm lúc/);
    phone.putAway();
    phone.open(<UnreadNotice />, '/');
    await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
  });

  test('what was withdrawn stays readable with the reason, and asks for nothing', async () => {
    const phone = await phoneOf();
    const taken = { type: 'announcement', record: '21-1', set: { withdrawn: { reason: 'Hoãn họp' } } };
    await pull(phone, [told(1), { seq: 2, unit: '18124', body: taken }]);
    phone.open(teamPlaces, '/thong-bao/21-1');
    expect(await screen.findByText('Đã rút: Hoãn họp')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tổ đã đọc' })).toBeNull();
  });
});

describe('a commune officer, without a network', () => {
  test('writes one; what is missing or may not stand in it is said, and nothing half-done is saved', async () => {
    const phone = await phoneOf('communeOfficer');
    phone.open(officerPlaces, '/thong-bao/moi');
    await phone.user.type(await screen.findByLabelText('Tiêu đề'), 'Họp Tổ');
    await phone.user.type(screen.getByLabelText('Nội dung'), 'ông A 042085001234');
    await phone.user.click(screen.getByRole('button', { name: 'Gửi thông báo' }));
    expect(screen.getByRole('alert', { name: 'Có 1 chỗ cần sửa' }).textContent).toContain('Hãy xoá dãy số đó');
    expect(await recordsOfType(phone.db, announcement.type)).toEqual([]);
    await phone.user.clear(screen.getByLabelText('Nội dung'));
    await phone.user.type(screen.getByLabelText('Nội dung'), '08:00 thứ Bảy.');
    await phone.user.click(screen.getByRole('button', { name: 'Gửi thông báo' }));
    expect(await screen.findByRole('heading', { name: 'Họp Tổ' })).toBeTruthy();
    expect(screen.getByText('Trên máy')).toBeTruthy();
    const saved = await recordsOfType(phone.db, announcement.type);
    expect(saved.map(({ record }) => announcementOf(record))).toMatchObject([{ unit: '18124', units: 'all' }]);
  });

  test('comes from the overview to write to some villages: those are chosen, and no unit of another’s', async () => {
    const phone = await phoneOf('communeOfficer');
    const page = { at: at('09:10'), records: [], units: [villageOf('18124', 1), villageOf('18124', 2)] };
    const name = recordsAddress(announcement.type, '18124');
    await wantView(phone.db, phone.clock, name);
    await keepView(phone.db, phone.clock, name, { kind: 'answered', answer: page });
    phone.open(officerPlaces, '/thong-bao/moi?gui=18124-02%2C18127-01');
    const box = await screen.findByRole('checkbox', { name: 'Thôn 2' });
    expect([box, screen.getByRole('checkbox', { name: 'Thôn 1' })]).toMatchObject([
      { checked: true },
      { checked: false },
    ]);
    await phone.user.type(screen.getByLabelText('Tiêu đề'), 'Gửi số liệu');
    await phone.user.type(screen.getByLabelText('Nội dung'), 'Hạn là thứ Bảy.');
    await phone.user.click(screen.getByRole('button', { name: 'Gửi thông báo' }));
    await waitFor(async () =>
      expect(
        (await recordsOfType(phone.db, announcement.type)).map(({ record }) => announcementOf(record)),
      ).toMatchObject([{ units: ['18124-02'] }]),
    );
  });

  test('withdraws with a reason, and only with one', async () => {
    const phone = await phoneOf('communeOfficer');
    await pull(phone, [told(1)]);
    phone.open(officerPlaces, '/thong-bao');
    await phone.user.click(await screen.findByRole('button', { name: 'Rút Họp Tổ công tác' }));
    const sheet = screen.getByRole('dialog');
    await phone.user.click(within(sheet).getByRole('button', { name: 'Rút thông báo' }));
    expect(within(sheet).getByText('Hãy viết ngắn gọn lý do rút.')).toBeTruthy();
    await phone.user.type(within(sheet).getByLabelText('Lý do'), 'Hoãn họp');
    await phone.user.click(within(sheet).getByRole('button', { name: 'Rút thông báo' }));
    expect(await screen.findByText('Đã rút: Hoãn họp')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Rút/ })).toBeNull());
    await phone.user.click(screen.getByRole('button', { name: 'Bỏ rút, gửi lại Họp Tổ công tác' }));
    expect(await screen.findByRole('button', { name: 'Rút Họp Tổ công tác' })).toBeTruthy();
    expect(screen.queryByText('Đã rút: Hoãn họp')).toBeNull();
  });

  test('which teams have read it: those it is for, in the version that stands', async () => {
    const phone = await phoneOf('communeOfficer');
    const read = (seq: number, unit: string, version: string): Elsewhere => ({
      seq,
      unit,
      body: { type: 'read-mark', record: readMarkName('21-1', unit), set: { read: version } },
    });
    await pull(phone, [told(1), writtenAnew(2), read(3, '18124-02', '21-1'), read(4, '18124-03', '21-2')]);
    const [row] = await recordsOfType(phone.db, announcement.type);
    const marks = await recordsOfType(phone.db, readMark.type);
    const unit = (id: string, level: 'village' | 'commune', parent: string) => ({ id, level, parent });
    const units = [
      unit('18124', 'commune', '42'),
      unit('18124-02', 'village', '18124'),
      unit('18124-03', 'village', '18124'),
      unit('18130-01', 'village', '18130'),
    ];
    const readers = readersOf(announcementOf(row!.record), units, marks);
    expect(readers.read.map(({ id }) => id)).toEqual(['18124-03']);
    expect(readers.notYet.map(({ id }) => id)).toEqual(['18124-02']);
  });
});
