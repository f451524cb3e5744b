import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '#model/settings.ts';
import { changeSettings } from '#server/storage/change-settings.ts';
import { closePeriod } from '#server/storage/closures.ts';
import { readSettings } from '#server/storage/settings.ts';
import { keepSettings, situation } from '#store/situation.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { cutOff, realOffice } from '../support/real-office.tsx';

let province: TestProvince;
let officer: Phone;
beforeEach(async () => {
  province = await createProvince();
  officer = await province.phone('provinceOfficer');
});
afterEach(async () => {
  cleanup();
  await province.close();
});

const opened = async (who = officer) => {
  const office = await realOffice(province, who);
  office.open('/cai-dat');
  await screen.findByRole('heading', { level: 1, name: 'Cài đặt của tỉnh' });
  const type = async (label: string, text: string) => {
    const field = screen.getByLabelText(label);
    await office.user.clear(field);
    await office.user.type(field, text);
  };
  return { ...office, type, save: () => office.user.click(screen.getByRole('button', { name: 'Lưu' })) };
};
const silence = 'Báo cho xã khi thôn không gửi gì trong bao nhiêu ngày';

describe('what a province decides for itself', () => {
  test('photos are off until an officer lets them in; the province has it before it is called saved', async () => {
    const { user, type, save, db } = await opened();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Không dùng ảnh/ }).checked).toBe(true);
    await user.click(screen.getByRole('radio', { name: /Cho phép gửi ảnh/ }));
    await type('Xoá ảnh sau khi chốt kỳ bao nhiêu ngày', '30');
    await save();
    await waitFor(async () => expect(await readSettings(province.db)).toMatchObject({ photos: true, photoDays: 30 }));
    await waitFor(async () => expect((await situation(db))?.settings.photos).toBe(true));
    expect(screen.getByRole('button', { name: 'Lưu' }).getAttribute('aria-disabled')).toBe('true');
  });

  test('a day is a number of the month, and whether it counts itself', async () => {
    const { user, type, save } = await opened();
    await type('Thôn gửi xã, ngày', '12');
    const rules = screen.getByRole('group', { name: 'Thôn gửi xã, ngày: tính thế nào' });
    await user.click(within(rules).getByRole('radio', { name: 'trước ngày đó' }));
    await save();
    await waitFor(async () =>
      expect((await readSettings(province.db)).reportingDays).toEqual({
        ...defaultSettings.reportingDays,
        villageToCommune: { day: 12, rule: 'before' },
      }),
    );
  });

  test('a 31st that February lacks, and words for a number, are not sent; it is said which numbers will do', async () => {
    const { type, save } = await opened();
    await type('Xã gửi tỉnh, ngày', '31');
    await type(silence, 'bảy');
    await save();
    expect(screen.getByRole('alert').textContent).toBe('Còn 2 ô cần sửa.');
    expect(screen.getByText('Hãy nhập một số từ 1 đến 28')).toBeTruthy();
    expect(screen.getByText('Hãy nhập một số từ 1 đến 60')).toBeTruthy();
    expect(await readSettings(province.db)).toEqual(defaultSettings);
  });

  test('two officers who change two things both have their way, also where one learns of the other while typing', async () => {
    const { type, save, db } = await opened();
    await type(silence, '10');
    await changeSettings(province.db, { photos: true });
    await keepSettings(db, { ...defaultSettings, photos: true });
    await save();
    await waitFor(async () => expect(await readSettings(province.db)).toMatchObject({ silentDays: 10, photos: true }));
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: /Cho phép gửi ảnh/ }).checked).toBe(true),
    );
  });

  test('S3: once a period is closed the months stay cut as they are; what was typed is still there', async () => {
    await closePeriod(province.db, {
      commune: '18124',
      period: '2026-10',
      by: officer.person.id,
      at: province.clock.now(),
    });
    const { user, save } = await opened();
    await user.click(screen.getByRole('radio', { name: 'Từ ngày 1 đến hết tháng' }));
    await save();
    expect((await screen.findByRole('alert')).textContent).toContain('Đã có kỳ báo cáo được chốt');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Từ ngày 1 đến hết tháng' }).checked).toBe(true);
    expect((await readSettings(province.db)).periodKind).toBe('from15to14');
  });

  test('without a network nothing is saved, nothing waits, and it says so', async () => {
    const { type, save } = await opened();
    cutOff();
    await type(silence, '10');
    await save();
    expect((await screen.findByRole('alert')).textContent).toContain('nên chưa lưu');
    expect((await readSettings(province.db)).silentDays).toBe(7);
  });

  test('what a commune’s officer sends is refused by name', async () => {
    const { type, save } = await opened(await province.phone('communeOfficer'));
    await type(silence, '10');
    await save();
    await screen.findByRole('alert');
    expect((await readSettings(province.db)).silentDays).toBe(7);
  });
});
