import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, test } from 'vitest';
import Obstacles from '#features/obstacles/Obstacles.tsx';
import OfficerObstacles from '#features/obstacles/OfficerObstacles.tsx';
import OfficerThread from '#features/obstacles/OfficerThread.tsx';
import Report from '#features/obstacles/Report.tsx';
import Thread from '#features/obstacles/Thread.tsx';
import type { Role } from '#model/person.ts';
import { obstacle, obstacleOf, whoseMove } from '#model/records/obstacle.ts';
import { openDrafts } from '#store/open-drafts.ts';
import { outbox } from '#store/outbox.ts';
import { recordsOfType } from '#store/records.ts';
import { writeRecord } from '#store/write-record.ts';
import { newPhone } from '../support/phone.tsx';
import { pull, type Elsewhere } from '../support/pulled.ts';

afterEach(cleanup);

const teamPlaces = (
  <Routes>
    <Route path="/vuong-mac" element={<Obstacles />} />
    <Route path="/vuong-mac/bao" element={<Report />} />
    <Route path="/vuong-mac/:obstacle" element={<Thread />} />
  </Routes>
);
const officerPlaces = (
  <Routes>
    <Route path="/vuong-mac" element={<OfficerObstacles />} />
    <Route path="/vuong-mac/:obstacle" element={<OfficerThread />} />
  </Routes>
);
const phoneOf = async (role: Role = 'villageMember') => {
  const phone = newPhone();
  await phone.signIn(role);
  return phone;
};
type Phone = Awaited<ReturnType<typeof phoneOf>>;

const all = async ({ db }: Phone) => (await recordsOfType(db, obstacle.type)).map(({ record }) => obstacleOf(record));
const simInThon2 = { kind: 'sim-khong-chinh-chu', asked: 'cong-an-xa', people: 6, text: '' };
const raise = ({ db, clock }: Phone) => writeRecord(db, clock, obstacle, '18124-02', { set: simInThon2 });
const elsewhere = (seq: number, unit: string): Elsewhere => ({
  seq,
  unit,
  by: 5,
  body: { type: 'obstacle', set: simInThon2 },
});
const answerTo = (record: string): Elsewhere => ({
  seq: 8,
  unit: '18124-02',
  body: {
    type: 'obstacle',
    record,
    add: { said: { from: 'commune', kind: 'answer', text: 'Sáng 12/11 nhà mạng đến Thôn 2.' } },
  },
});

describe('a team, without a network', () => {
  test('reports in three taps: it is on the phone, in the outbox, and says whose move it is', async () => {
    const phone = await phoneOf();
    phone.open(teamPlaces, '/vuong-mac/bao');
    await phone.user.click(await screen.findByRole('radio', { name: 'SIM không chính chủ' }));
    await phone.user.click(screen.getByRole('radio', { name: 'UBND xã' }));
    await phone.user.click(screen.getByRole('button', { name: /Gửi UBND xã/ }));
    const thread = await screen.findByRole('region', { name: 'Trao đổi' });
    expect(thread.textContent).toContain('Tổ Thôn 2');
    expect(thread.textContent).toContain('Trên máy');
    expect(screen.getByText('Chờ xã')).toBeTruthy();
    expect((await outbox(phone.db)).waiting).toHaveLength(1);
    expect(await openDrafts(phone.db)).toEqual([]);
  });

  test('what was typed is there again after the app was put away, until it is sent', async () => {
    const phone = await phoneOf();
    phone.open(teamPlaces, '/vuong-mac/bao');
    await phone.user.click(await screen.findByRole('radio', { name: 'Đi làm xa' }));
    await phone.user.type(screen.getByLabelText(/Nói rõ thêm/), 'Về cuối tuần');
    await waitFor(async () => expect(await openDrafts(phone.db)).toHaveLength(1));
    phone.putAway();
    phone.open(teamPlaces, '/vuong-mac/bao');
    expect(await screen.findByDisplayValue('Về cuối tuần')).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Đi làm xa', checked: true })).toBeTruthy();
    expect(screen.getByText('Nháp')).toBeTruthy();
  });

  test('nothing chosen, or a citizen’s number in the text: it says what to do, and saves nothing', async () => {
    const phone = await phoneOf();
    phone.open(teamPlaces, '/vuong-mac/bao');
    await phone.user.click(await screen.findByRole('button', { name: /Gửi Công an xã/ }));
    expect(screen.getByText('Hãy chọn vướng ở đâu.')).toBeTruthy();
    await phone.user.click(screen.getByRole('radio', { name: 'Việc khác' }));
    await phone.user.type(screen.getByLabelText(/Nói rõ thêm/), 'ông A 042085001234');
    expect(await screen.findByText(/Hãy xoá dãy số đó/)).toBeTruthy();
    await phone.user.click(screen.getByRole('button', { name: /Gửi Công an xã/ }));
    expect(await all(phone)).toEqual([]);
  });

  test('reads the commune’s answer, is still stuck, and says when it is solved', async () => {
    const phone = await phoneOf();
    const written = await raise(phone);
    if (written.kind !== 'saved') throw new Error(written.kind);
    await pull(phone, [answerTo(written.entry)]);
    phone.open(teamPlaces, `/vuong-mac/${written.entry}`);
    expect(await screen.findByText('Xã đã trả lời')).toBeTruthy();
    expect(screen.getByText('Công an xã Sơn Kim 1')).toBeTruthy();
    phone.clock.pass(60_000);
    await phone.user.click(screen.getByRole('button', { name: 'Vẫn còn vướng' }));
    await screen.findByText('Chờ xã');
    phone.clock.pass(60_000);
    await phone.user.type(screen.getByLabelText('Viết trả lời'), 'Cả 6 người đã đổi tên SIM.');
    await phone.user.click(screen.getByRole('button', { name: 'Đã gỡ xong' }));
    await waitFor(async () => expect((await all(phone)).map(whoseMove)).toEqual(['nobody']));
    expect(await screen.findByText('Cả 6 người đã đổi tên SIM.')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Vẫn còn vướng' })).toBeTruthy();
  });

  test('says which task it holds up; the thread says so too', async () => {
    const phone = await phoneOf();
    phone.open(teamPlaces, '/vuong-mac/bao?viec=duty:bao-cao-thang');
    await phone.user.click(await screen.findByRole('radio', { name: 'VNeID báo lỗi' }));
    const select = screen.getByLabelText<HTMLSelectElement>(/Làm vướng chỉ số hay việc nào/);
    expect(select.selectedOptions[0]?.text).toBe('Gửi số liệu tháng cho xã');
    await phone.user.selectOptions(select, 'Cài VNeID');
    await phone.user.selectOptions(select, 'Gửi số liệu tháng cho xã');
    await phone.user.click(screen.getByRole('button', { name: /Gửi Công an xã/ }));
    expect(await screen.findByText('Làm vướng: Gửi số liệu tháng cho xã')).toBeTruthy();
    expect(await all(phone)).toMatchObject([{ task: 'duty:bao-cao-thang', measure: null }]);
  });

  test('every time it was passed up stays in the thread, and that it was solved and opened again', async () => {
    const phone = await phoneOf();
    const written = await raise(phone);
    if (written.kind !== 'saved') throw new Error(written.kind);
    const record = written.entry;
    const passed = (seq: number, deadline: string, seen: string[]): Elsewhere => ({
      seq,
      unit: '18124-02',
      body: { type: 'obstacle', record, set: { passed: { deadline, why: '' } }, seen: { passed: seen } },
    });
    await pull(phone, [passed(2, '2026-11-12', []), passed(3, '2026-11-20', ['21-2'])]);
    for (const solved of [true, false])
      await writeRecord(phone.db, phone.clock, obstacle, '18124-02', { record, set: { solved } });
    phone.open(teamPlaces, `/vuong-mac/${record}`);
    const thread = await screen.findByRole('region', { name: 'Trao đổi' });
    for (const said of ['hạn trả lời 12/11', 'hạn trả lời 20/11', 'Đã gỡ xong.', 'Đã mở lại, vẫn còn vướng.'])
      expect(thread.textContent).toContain(said);
  });

  test('who did not raise it cannot say that it is solved, and is told who can', async () => {
    const phone = await phoneOf();
    await pull(phone, [{ ...elsewhere(1, '18124-02'), by: 6 }]);
    phone.open(teamPlaces, '/vuong-mac/21-1');
    expect(await screen.findByText('Người báo hoặc tổ trưởng bấm gỡ xong.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Đã gỡ xong' })).toBeNull();
  });

  test('M2: solved here and not solved there are shown side by side, until a person chooses', async () => {
    const phone = await phoneOf('villageLead');
    const written = await raise(phone);
    if (written.kind !== 'saved') throw new Error(written.kind);
    await writeRecord(phone.db, phone.clock, obstacle, '18124-02', { record: written.entry, set: { solved: true } });
    const other = { type: 'obstacle', record: written.entry, set: { solved: false } };
    await pull(phone, [{ seq: 2, unit: '18124-02', by: 6, body: other }]);
    phone.open(teamPlaces, `/vuong-mac/${written.entry}`);
    const card = await screen.findByRole('region', { name: 'Hai người ghi khác nhau' });
    expect(within(card).getByText('Trần Văn Bình', { exact: false }).textContent).toContain('10:00');
    await phone.user.click(within(card).getByRole('button', { name: 'Giữ ý này: Vẫn còn vướng' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Hai người ghi khác nhau' })).toBeNull());
    expect((await all(phone))[0]?.solvedAt).toBeNull();
  });
});

describe('a commune officer, without a network', () => {
  test('the oldest stands first; one answer goes to two teams at once', async () => {
    const phone = await phoneOf('communeOfficer');
    await pull(phone, [elsewhere(1, '18124-03'), elsewhere(2, '18124-02')]);
    phone.open(officerPlaces, '/vuong-mac');
    const lines = await screen.findAllByRole('listitem');
    expect(lines.map((line) => /Thôn 18124-0\d/.exec(line.textContent ?? '')?.[0])).toEqual([
      'Thôn 18124-03',
      'Thôn 18124-02',
    ]);
    for (const box of screen.getAllByRole('checkbox')) await phone.user.click(box);
    await phone.user.click(screen.getByRole('button', { name: 'Trả lời chung' }));
    await phone.user.type(screen.getByLabelText('Câu trả lời'), 'Sáng 12/11 nhà mạng đến xã.');
    await phone.user.click(screen.getByRole('button', { name: 'Gửi câu trả lời' }));
    await waitFor(async () => expect((await all(phone)).map(whoseMove)).toEqual(['village', 'village']));
    expect((await outbox(phone.db)).waiting.map(({ operation }) => operation.unit).sort()).toEqual([
      '18124-02',
      '18124-03',
    ]);
    expect(await screen.findByText('Không có vướng mắc nào chờ bạn trả lời.')).toBeTruthy();
  });

  test('an answer that says nothing is not sent, and says why', async () => {
    const phone = await phoneOf('communeOfficer');
    await pull(phone, [elsewhere(1, '18124-03')]);
    phone.open(officerPlaces, '/vuong-mac/21-1');
    await phone.user.click(await screen.findByRole('button', { name: 'Trả lời' }));
    await phone.user.click(screen.getByRole('button', { name: 'Gửi câu trả lời' }));
    expect(await screen.findByText(/Chưa có câu trả lời/)).toBeTruthy();
    expect((await outbox(phone.db)).waiting).toEqual([]);
  });

  test('passes one up with a deadline: it is the province’s move, until that day', async () => {
    const phone = await phoneOf('communeOfficer');
    await pull(phone, [elsewhere(1, '18124-03')]);
    phone.open(officerPlaces, '/vuong-mac/21-1');
    await phone.user.click(await screen.findByRole('button', { name: 'Chuyển tỉnh' }));
    await phone.user.click(screen.getByRole('button', { name: 'Chuyển lên tỉnh' }));
    expect(await screen.findByText(/Chuyển tỉnh, hạn trả lời 16\/11/)).toBeTruthy();
    expect((await all(phone)).map(whoseMove)).toEqual(['province']);
  });
});
