import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { newestRevision } from '#model/entry.ts';
import { countEntries, entryById } from '#store/journal.ts';
import { outbox } from '#store/outbox.ts';
import { correction, record } from '../support/operations.ts';
import { address, openAt, villagePhone, type VillagePhone } from '../support/village-phone.tsx';

afterEach(cleanup);

const atHome = { date: '2026-11-07', place: 'tai-nha', channel: 'tan-nha', counts: { VNEID_CAI: 12, DD_KICH_HOAT: 6 } };
const type = async (what: string, text: string) => {
  await userEvent.click(await screen.findByRole('textbox', { name: `Số lượng, ${what}` }));
  await userEvent.keyboard(text);
};
const tap = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const problems = async () => within(await screen.findByRole('alert', { name: /Cần sửa/ }));
const revisionsOf = async ({ db }: VillagePhone, id: string) => (await entryById(db, id))!.entry.revisions;

test('12 installs were 9: the change is shown, a reason is one tap, and both versions stay', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  openAt(phone, `/ghi/${entry}`);
  await type('Cài VNeID', '9');
  expect(screen.getByText('Cài VNeID: từ 12 thành 9')).toBeDefined();
  await tap('Đếm nhầm');
  await tap('Lưu bản sửa');
  await waitFor(() => expect(address()).toBe(`/nhat-ky/${entry}`));
  const revisions = await revisionsOf(phone, entry);
  expect(revisions.map(({ content }) => content.counts['VNEID_CAI'])).toEqual([12, 9]);
  expect(revisions[1]?.reason).toBe('Đếm nhầm');
  expect((await outbox(phone.db)).waiting.map(({ operation }) => operation.kind)).toEqual([
    'entry.record',
    'entry.correct',
  ]);
});

test('without a reason it is not saved, and what was changed is still in the form and in the draft', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  const opened = openAt(phone, `/ghi/${entry}`);
  await type('Cài VNeID', '9');
  await tap('Lưu bản sửa');
  await userEvent.click((await problems()).getByRole('link', { name: /Chưa có lý do/ }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Vì sao sửa?' }));
  expect(await revisionsOf(phone, entry)).toHaveLength(1);
  opened.unmount();
  openAt(phone, `/ghi/${entry}`);
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Số lượng, Cài VNeID' })).value).toBe('9');
});

test('a reason with a telephone number of nine digits or more in a row is refused', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  openAt(phone, `/ghi/${entry}`);
  await type('Cài VNeID', '9');
  await userEvent.type(screen.getByRole('textbox', { name: 'Vì sao sửa?' }), 'Anh Tư 0912345678 báo');
  await tap('Lưu bản sửa');
  expect((await problems()).getByRole('link', { name: /dãy số giống số định danh/ })).toBeDefined();
  expect(await revisionsOf(phone, entry)).toHaveLength(1);
});

test('nothing changed is no correction', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  openAt(phone, `/ghi/${entry}`);
  await tap('Ghi thiếu');
  await tap('Lưu bản sửa');
  expect((await problems()).getByRole('link', { name: /Chưa có gì thay đổi/ })).toBeDefined();
  expect(await revisionsOf(phone, entry)).toHaveLength(1);
});

test('the draft of a correction and the draft of a new entry do not touch each other', async () => {
  const phone = await villagePhone();
  const { entry } = await phone.wrote(atHome);
  const opened = openAt(phone, `/ghi/${entry}`);
  await type('Cài VNeID', '9');
  opened.unmount();
  openAt(phone, '/ghi');
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Số lượng, Cài VNeID' })).value).toBe('0');
});

test("a colleague's entry is not for a member to correct; the team's lead may", async () => {
  const byNam = record(atHome, { device: 23, seq: 4 });
  const pulled = { ...byNam, number: 1, by: 6, receivedAt: byNam.at + 60 };
  const member = await villagePhone();
  await member.pulls([pulled]);
  const opened = openAt(member, '/ghi/23-4');
  expect(await screen.findByText(/Lượt này do người khác ghi/)).toBeDefined();
  opened.unmount();

  const lead = await villagePhone({ role: 'villageLead' });
  await lead.pulls([pulled]);
  openAt(lead, '/ghi/23-4');
  await type('Cài VNeID', '10');
  await tap('Đếm nhầm');
  await tap('Lưu bản sửa');
  await waitFor(async () => expect(await revisionsOf(lead, '23-4')).toHaveLength(2));
});

test("it starts from the newest revision, also when that is a colleague's", async () => {
  const phone = await villagePhone({ role: 'villageLead' });
  const byNam = record(atHome, { device: 23, seq: 4 });
  const again = correction('23-4', { ...atHome, counts: { VNEID_CAI: 10 } }, { device: 23, seq: 5 });
  await phone.pulls([
    { ...byNam, number: 1, by: 6, receivedAt: byNam.at + 60 },
    { ...again, number: 2, by: 6, receivedAt: again.at + 60 },
  ]);
  openAt(phone, '/ghi/23-4');
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Số lượng, Cài VNeID' })).value).toBe('10');
});

test('S3: what the province received of a closed period is not corrected, and the reason is said', async () => {
  const phone = await villagePhone({ at: '2026-10-13T08:00:00+07:00' });
  const { entry } = await phone.wrote({ ...atHome, date: '2026-10-13' });
  await phone.provinceAnswers(1);
  await phone.closes('2026-10');
  openAt(phone, `/ghi/${entry}`);
  expect(await screen.findByText(/Kỳ báo cáo tháng 10 đã chốt/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Lưu bản sửa' })).toBeNull();
});

test('P5: what the province refused for its closed period can be moved to an open day, and goes as a new entry', async () => {
  const phone = await villagePhone({ at: '2026-11-10T08:00:00+07:00' });
  const { entry } = await phone.wrote({ ...atHome, date: '2026-10-13' });
  await phone.provinceAnswers(1, [{ seq: 1, code: 'period-closed', params: { period: '2026-10' } }]);
  await phone.closes('2026-10');
  openAt(phone, `/ghi/${entry}`);
  await tap(/Đổi ngày/);
  await userEvent.click(await screen.findByRole('radio', { name: /Hôm nay/ }));
  await tap('Nhầm ngày');
  await tap('Lưu bản sửa');
  await waitFor(() => expect(address()).toBe('/nhat-ky/17-2'));
  const box = await outbox(phone.db);
  expect(box.attention).toEqual([]);
  expect(box.waiting).toHaveLength(1);
  expect(newestRevision((await entryById(phone.db, '17-2'))!.entry).content.date).toBe('2026-11-10');
  expect(await countEntries(phone.db)).toBe(1);
});

test('an entry that is not on the phone is said to be missing', async () => {
  openAt(await villagePhone(), '/ghi/17-99');
  expect(await screen.findByText('Không có lượt ghi này trên máy.')).toBeDefined();
});
