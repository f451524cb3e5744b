import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes, useLocation, useNavigate } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import Ask from '#features/ask/Ask.tsx';
import { newestRevision } from '#model/entry.ts';
import { draftsOpen } from '#store/draft.ts';
import { entriesBetween } from '#store/journal.ts';
import { survey } from '#store/survey.ts';
import TeamTargets from '#features/targets/TeamTargets.tsx';
import { targetName } from '#model/records/target.ts';
import { pull } from '../support/pulled.ts';
import { newPhone } from '../support/phone.tsx';

afterEach(cleanup);

const Elsewhere = () => <p>{useLocation().pathname}</p>;
const BackKey = () => {
  const go = useNavigate();
  return (
    <button type="button" onClick={() => void go(-1)}>
      {'back key'}
    </button>
  );
};
const rooms = (
  <>
    <Routes>
      <Route path="/hoi-y-kien" element={<Ask />} />
      <Route path="*" element={<Elsewhere />} />
    </Routes>
    <BackKey />
  </>
);

const asking = async () => {
  const phone = newPhone();
  await phone.signIn();
  phone.open(rooms, '/hoi-y-kien');
  await phone.user.click(await screen.findByRole('radio', { name: 'Bộ phận Một cửa' }));
  await phone.user.click(screen.getByRole('button', { name: 'Bắt đầu hỏi' }));
  await screen.findByRole('heading', { level: 1, name: 'Bà con có hài lòng không?' });
  return phone;
};
type Phone = Awaited<ReturnType<typeof asking>>;

/** A resident answers, and hands the phone on when it has thanked them. */
const says = async ({ user, clock }: Phone, answer: string) => {
  await user.click(await screen.findByRole('button', { name: answer }));
  expect(await screen.findByText('Mời đưa máy cho người tiếp theo.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: answer })).toBeNull();
  clock.pass(5000);
};
/** As somebody does who has no finger to rest on it. */
const ends = () => fireEvent.click(screen.getByRole('button', { name: 'Kết thúc' }), { detail: 0 });

test('three residents answer, one after another, and it becomes an entry of the team', async () => {
  const phone = await asking();
  await says(phone, 'Hài lòng');
  await says(phone, 'Hài lòng');
  await says(phone, 'Chưa hài lòng');
  ends();
  expect(await screen.findByText('Hài lòng 2 trên 3 (67%)')).toBeTruthy();
  const rows = within(screen.getByRole('list', { name: 'Số ý kiến' })).getAllByRole('listitem');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'Hài lòng2 người',
    'Bình thường0 người',
    'Chưa hài lòng1 người',
  ]);

  await phone.user.click(screen.getByRole('button', { name: 'Lưu vào sổ' }));
  expect(await screen.findByText(/^\/nhat-ky\//)).toBeTruthy();
  const [row] = await entriesBetween(phone.db, '2026-11-10', '2026-11-10');
  expect(newestRevision(row!.entry).content).toMatchObject({
    date: '2026-11-10',
    place: 'mot-cua',
    channel: 'mot-cua',
    counts: { HAI_LONG: 2, HAI_LONG_HOI: 3 },
    note: 'Hỏi ý kiến: hài lòng 2, bình thường 0, chưa hài lòng 1.',
  });
  expect(await draftsOpen(phone.db)).toBe(0);
});

test('a resident cannot leave it by accident: neither a tap on the end, nor the back key', async () => {
  const phone = await asking();
  await says(phone, 'Bình thường');
  await phone.user.click(screen.getByRole('button', { name: 'Kết thúc' }));
  expect(await screen.findByText('Dành cho Tổ: giữ nút 2 giây để kết thúc.')).toBeTruthy();
  for (let press = 0; press < 3; press += 1) await phone.user.click(screen.getByText('back key'));
  expect(screen.getByRole('heading', { level: 1, name: 'Bà con có hài lòng không?' })).toBeTruthy();
  expect(await survey(phone.db)).toMatchObject({ handedOver: true, counts: { neutral: 1 } });
});

test('a finger that rests on the end for two seconds ends it', async () => {
  const phone = await asking();
  await says(phone, 'Hài lòng');
  await phone.user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('button', { name: 'Kết thúc' }) });
  expect(await screen.findByRole('heading', { name: 'Kết quả hỏi ý kiến' })).toBeTruthy();
});

test('the app dies and is opened again: the answers are there, and it goes on asking', async () => {
  const phone = await asking();
  await says(phone, 'Hài lòng');
  phone.putAway();
  phone.open(rooms, '/hoi-y-kien');
  await says(phone, 'Bình thường');
  expect((await survey(phone.db))?.counts).toEqual({ satisfied: 1, neutral: 1, unsatisfied: 0 });
});

test('asked on after the end, and thrown away only when said twice', async () => {
  const phone = await asking();
  await says(phone, 'Hài lòng');
  ends();
  await phone.user.click(await screen.findByRole('button', { name: 'Hỏi tiếp' }));
  await says(phone, 'Hài lòng');
  ends();
  expect(await screen.findByText('Hài lòng 2 trên 2 (100%)')).toBeTruthy();
  await phone.user.click(screen.getByRole('button', { name: 'Bỏ buổi hỏi này' }));
  await phone.user.click(screen.getByRole('button', { name: 'Giữ lại' }));
  expect(await survey(phone.db)).toBeDefined();
  await phone.user.click(screen.getByRole('button', { name: 'Bỏ buổi hỏi này' }));
  await phone.user.click(screen.getByRole('button', { name: 'Bỏ' }));
  expect(await screen.findByRole('button', { name: 'Bắt đầu hỏi' })).toBeTruthy();
  expect(await survey(phone.db)).toBeUndefined();
});

test('answers of yesterday are saved as yesterday’s, and no others are added to them', async () => {
  const phone = await asking();
  await says(phone, 'Hài lòng');
  ends();
  phone.clock.pass(24 * 60 * 60 * 1000);
  phone.putAway();
  phone.open(rooms, '/hoi-y-kien');
  await screen.findByText('Hài lòng 1 trên 1 (100%)');
  expect(screen.queryByRole('button', { name: 'Hỏi tiếp' })).toBeNull();
  await phone.user.click(screen.getByRole('button', { name: 'Lưu vào sổ' }));
  await screen.findByText(/^\/nhat-ky\//);
  expect(await entriesBetween(phone.db, '2026-11-10', '2026-11-10')).toHaveLength(1);
});

test('what residents answered moves the village’s target of 90 % satisfied', async () => {
  const phone = await asking();
  const goal = {
    type: 'target',
    record: targetName({ goal: 'HAI_LONG', unit: '18124-02', period: '2026-11' }),
    set: { value: 90 },
  };
  await pull(phone, [{ seq: 1, unit: '18124-02', body: goal }]);
  for (const answer of ['Hài lòng', 'Hài lòng', 'Hài lòng', 'Bình thường']) await says(phone, answer);
  ends();
  const targets = async () => {
    phone.putAway();
    phone.open(<TeamTargets />, '/chi-tieu');
    return within((await screen.findByText('Hài lòng', { selector: 'b' })).closest('li')!);
  };
  await screen.findByText('Hài lòng 3 trên 4 (75%)');
  // Not before a person saved them.
  expect((await targets()).getByText('Kỳ này chưa hỏi ai.')).toBeTruthy();
  phone.putAway();
  phone.open(rooms, '/hoi-y-kien');
  await phone.user.click(await screen.findByRole('button', { name: 'Lưu vào sổ' }));
  await screen.findByText(/^\/nhat-ky\//);
  expect((await targets()).getByText('75%')).toBeTruthy();
});
