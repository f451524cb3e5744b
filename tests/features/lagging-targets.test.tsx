import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import LaggingTargets from '#features/targets/LaggingTargets.tsx';
import type { AcceptedOperation } from '#model/operation.ts';
import { createMemory } from '#store/memory.ts';
import { recordHelp } from '#store/record-help.ts';
import { targetGiven } from '../support/given-from-above.ts';
import { newPhone } from '../support/phone.tsx';

afterEach(cleanup);

/** Thôn 2 on 10/11, with these targets and 36 installs. */
const thon2 = async (targets: AcceptedOperation[]) => {
  const phone = newPhone();
  const { db, clock } = phone;
  await phone.signIn();
  const counts = { VNEID_CAI: 36, DD_KICH_HOAT: 27 };
  await recordHelp(db, clock, { date: '2026-11-07', place: 'nha-van-hoa', channel: 'to-dan-pho', counts });
  await createMemory(db, clock).keep({
    cursor: 0,
    more: false,
    at: Math.floor(clock.now() / 1000),
    holding: { highestSeq: 1, totals: {} },
    situation: null,
    operations: targets,
  });
  phone.open(
    <>
      <LaggingTargets />
      <p>Hôm nay</p>
    </>,
  );
};
const names = async () => (await screen.findAllByRole('listitem')).map((item) => item.querySelector('b')?.textContent);

test('the targets that are furthest behind come first, and say what a day has to bring', async () => {
  await thon2([
    targetGiven('VNEID_CAI', 40),
    targetGiven('DD_KICH_HOAT', 25),
    targetGiven('DD_MUC2_VD', 60),
    targetGiven('DD_MUC1_HD', 22),
  ]);
  expect(await names()).toEqual(['Mức 2: vận động', 'Mức 1: đăng ký']);
  const [first] = screen.getAllByRole('listitem');
  expect(
    within(first!)
      .getByText(/^Thiếu/)
      .closest('span')?.textContent,
  ).toBe('Thiếu 52 so với hôm nay, mỗi ngày cần 12');
});

test('three that are behind are all shown, and no more', async () => {
  await thon2(['DD_MUC2_VD', 'DD_MUC1_HD', 'TT_NGUOI', 'TT_BUOI'].map((goal) => targetGiven(goal, 20)));
  expect(await names()).toHaveLength(3);
});

test('a village without targets is shown nothing in their place', async () => {
  await thon2([]);
  expect(await screen.findByText('Hôm nay')).toBeDefined();
  expect(screen.queryByRole('heading')).toBeNull();
});
