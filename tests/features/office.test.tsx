import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '#protocol/version.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { counted, desk } from '../support/officer-desk.ts';
import { record } from '../support/operations.ts';
import { createProvince, type Phone, type TestProvince } from '../support/province.ts';
import { cutOff, realOffice } from '../support/real-office.tsx';

let province: TestProvince;
let hoa: Phone;
let officer: Phone;
beforeEach(async () => {
  province = await createProvince();
  hoa = await province.phone('villageMember');
  officer = await province.phone('communeOfficer');
});
afterEach(async () => {
  cleanup();
  await province.close();
});

const evening = (seq: number) =>
  record(eveningInThon2({ counts: { VNEID_CAI: 3 } }), { device: hoa.device, seq, unit: '18124-02' });
const isLocked = async () =>
  (await province.db.selectFrom('device').select('revoked_at').where('number', '=', hoa.device).executeTakeFirst())
    ?.revoked_at !== null;
const opened = async (place: string, who = officer) => {
  const office = await realOffice(province, who);
  office.open(place);
  await office.sync();
  await screen.findAllByRole('heading', { level: 2 });
  return office;
};
const lockHoa = () => screen.findByRole('button', { name: `Khoá máy số ${hoa.device} của ${hoa.person.name}` });

describe('people and phones', () => {
  test('each village with its people, what each phone last said, and the villages where nobody is', async () => {
    await desk(province, hoa).push([evening(1)], 4);
    await opened('/nguoi-va-may');
    const village = screen.getByRole('region', { name: /Thôn 2/ });
    expect(within(village).getByText(hoa.person.name)).toBeTruthy();
    expect(within(village).getByText('còn 3 mục')).toBeTruthy();
    expect(screen.getByText('Chưa có ai: Thôn 1 (mẫu), Thôn 3 (mẫu).')).toBeTruthy();
    expect(await screen.findByText('máy bạn đang dùng')).toBeTruthy();
  });

  test('T2: before a phone is locked it is said what becomes of its unsent work; then it is locked, and can be given back', async () => {
    await desk(province, hoa).push([evening(1)], 4);
    const { user } = await opened('/nguoi-va-may');
    await user.click(await lockHoa());
    const sheet = screen.getByRole('dialog');
    expect(sheet.textContent).toContain('máy báo còn 3 mục chưa gửi');
    expect(sheet.textContent).toContain('số đó vào Hộp chờ, chưa tính cho đến khi bạn nhận');
    expect(await isLocked()).toBe(false);
    await user.click(within(sheet).getByRole('button', { name: 'Khoá máy' }));
    await user.click(await screen.findByRole('button', { name: /^Mở lại máy/ }));
    expect(await lockHoa()).toBeTruthy();
    expect(await isLocked()).toBe(false);
  });

  test('T2: a person is stopped on all phones, and let work again', async () => {
    const { user } = await opened('/nguoi-va-may');
    await user.click(screen.getByRole('button', { name: `Ngừng người này: ${hoa.person.name}` }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ngừng người này' }));
    const back = await screen.findByRole('button', { name: `Cho làm lại: ${hoa.person.name}` });
    expect((await desk(province, hoa).get(paths.pull)).json().code).toBe('person-disabled');
    await user.click(back);
    await screen.findByRole('button', { name: `Ngừng người này: ${hoa.person.name}` });
    expect((await desk(province, hoa).get(paths.pull)).statusCode).toBe(200);
  });

  test('without a network nothing is locked, nothing is queued, and it says so', async () => {
    const { user } = await opened('/nguoi-va-may');
    cutOff();
    await user.click(await lockHoa());
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Khoá máy' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Chưa có mạng nên chưa làm được');
    expect(await isLocked()).toBe(false);
  });

  test('a province officer sees every commune summed up, and finds one by a few letters', async () => {
    const provincial = await province.phone('provinceOfficer');
    const { user } = await opened('/nguoi-va-may', provincial);
    expect(screen.getByRole('link', { name: /Sơn Kim 1.*2 người · 2 máy/ }).getAttribute('href')).toBe(
      '/nguoi-va-may/18124',
    );
    await user.type(screen.getByLabelText('Tìm xã, phường'), 'kim 2');
    await waitFor(() => expect(screen.queryByRole('link', { name: /Sơn Kim 1/ })).toBeNull());
    expect(screen.getByRole('link', { name: /Sơn Kim 2.*Chưa có ai/ })).toBeTruthy();
  });
});

describe('the holding box', () => {
  const held = async () => {
    await desk(province, officer).post(paths.revokeDevice, { device: hoa.device });
    await desk(province, hoa).push([evening(1), evening(2)]);
    return opened('/hop-cho');
  };
  const installs = () => counted(province, '18124', 'VNEID_CAI');

  test('empty, it says what will lie there', async () => {
    await opened('/hop-cho');
    expect(screen.getByText(/Không có gì chờ/)).toBeTruthy();
  });

  test('T2: held work is shown in counts, accepted, and listed below as accepted', async () => {
    const { user } = await held();
    const card = screen.getByRole('region', { name: hoa.person.name });
    expect(card.textContent).toContain('Máy đã khoá');
    expect(card.textContent).toContain('2 lượt ghi ngày 12/11');
    await user.click(within(card).getByRole('button', { name: 'Xem bên trong' }));
    expect(within(card).getByRole('row', { name: '12/11/2026 2 Cài VNeID 6' })).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: `Nhận phần của ${hoa.person.name}` }));
    expect(await installs()).toBe(0);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Nhận' }));
    await waitFor(() => expect(screen.getByRole('region', { name: 'Đã quyết định' }).textContent).toContain('Đã nhận'));
    expect(screen.getByText(/Không có gì chờ/)).toBeTruthy();
    expect(await installs()).toBe(6);
  });

  test('P5: refusing needs a reason, which stays beside the decision', async () => {
    const { user } = await held();
    await user.click(screen.getByRole('button', { name: /^Không nhận phần/ }));
    const sheet = screen.getByRole('dialog');
    await user.click(within(sheet).getByRole('button', { name: 'Không nhận' }));
    expect(sheet.textContent).toContain('Hãy viết ngắn gọn vì sao không nhận.');
    await user.click(within(sheet).getByRole('button', { name: 'Số không đúng thực tế' }));
    await user.click(within(sheet).getByRole('button', { name: 'Không nhận' }));
    expect(await screen.findByText('Lý do: Số không đúng thực tế')).toBeTruthy();
    expect(await installs()).toBe(0);
  });

  test('what somebody else decided meanwhile is said, with who it was', async () => {
    const { user } = await held();
    const provincial = await province.phone('provinceOfficer');
    const [work] = (await desk(province, provincial).box()).waiting;
    await desk(province, provincial).accept(work!.id);
    await user.click(screen.getByRole('button', { name: /^Không nhận phần/ }));
    const sheet = screen.getByRole('dialog');
    await user.type(within(sheet).getByLabelText('Lý do'), 'Trùng');
    await user.click(within(sheet).getByRole('button', { name: 'Không nhận' }));
    expect((await screen.findByRole('alert')).textContent).toContain(provincial.person.name);
  });

  test('without a network nothing is decided, and it says so', async () => {
    const { user } = await held();
    cutOff();
    await user.click(screen.getByRole('button', { name: /^Nhận phần/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Nhận' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Chưa có mạng nên chưa làm được');
    expect(await installs()).toBe(0);
  });
});
