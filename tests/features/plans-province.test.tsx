import '../support/node-bytes.ts';
import 'fake-indexeddb/auto';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wantedViews } from '#store/views.ts';
import { outbox } from '#store/outbox.ts';
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

type Desk = Awaited<ReturnType<typeof realOffice>>;
const desk = (who: Phone) => realOffice(province, who);
/** Comes to a place, and has what the province knows. */
const at = async (one: Desk, place: string) => {
  one.putAway();
  one.open(place);
  await waitFor(async () => expect((await wantedViews(one.db, one.clock)).length).toBeGreaterThan(0));
  await one.exchange();
};
const task = (code: RegExp) => screen.findByRole('link', { name: code });
const says = (status: string) => screen.findByRole('radio', { name: status });

test('two officers of a province work on one plan: what one adopts the other has, what both change at once stands side by side', async () => {
  const lan = await desk(await province.phone('provinceOfficer'));
  await at(lan, '/viec/thu-vien');
  await lan.user.click(await screen.findByRole('checkbox', { name: /^I\.9 / }));
  await lan.user.click(screen.getByRole('checkbox', { name: /^II\.10 / }));
  await lan.user.click(screen.getByRole('button', { name: 'Đưa 2 việc vào kế hoạch' }));
  await screen.findAllByText('Trên máy, chưa tới tỉnh');
  await lan.exchange();
  await waitFor(() => expect(screen.queryByText('Trên máy, chưa tới tỉnh')).toBeNull());

  const minh = await desk(await province.phone('provinceOfficer'));
  await at(minh, '/viec?viec=hatinh-i-09');
  await minh.user.click(await says('Đang làm'));
  await screen.findByText('Trên máy, chưa tới tỉnh');

  lan.putAway();
  lan.open('/viec?viec=hatinh-i-09');
  await lan.user.click(await says('Xong'));
  await screen.findByText('Trên máy, chưa tới tỉnh');
  await lan.exchange();

  await minh.exchange();
  await at(minh, '/viec?viec=hatinh-i-09');
  const both = await screen.findByRole('region', { name: 'Hai người cùng sửa: trạng thái' });
  expect((await task(/^I\.9/)).textContent).toContain('Hai người cùng sửa');
  await minh.user.click(within(both).getByRole('button', { name: 'Giữ bản này: Xong' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: /Hai người cùng sửa/ })).toBeNull());
  await minh.exchange();

  await at(lan, '/viec?viec=hatinh-i-09');
  await waitFor(async () => expect(((await says('Xong')) as HTMLInputElement).checked).toBe(true));
  expect(screen.queryByRole('region', { name: /Hai người cùng sửa/ })).toBeNull();
});

test('a note that a colleague wrote while this one was being typed is not replaced by it', async () => {
  const lan = await desk(await province.phone('provinceOfficer'));
  await at(lan, '/viec/thu-vien');
  await lan.user.click(await screen.findByRole('checkbox', { name: /^I\.9 / }));
  await lan.user.click(screen.getByRole('button', { name: 'Đưa 1 việc vào kế hoạch' }));
  await screen.findAllByText('Trên máy, chưa tới tỉnh');
  await lan.exchange();

  const minh = await desk(await province.phone('provinceOfficer'));
  await at(minh, '/viec?viec=hatinh-i-09');
  await minh.user.type(await screen.findByLabelText('Ghi chú tháng 11'), 'Đã họp');
  await minh.user.click(screen.getByRole('button', { name: 'Lưu ghi chú' }));
  await screen.findByText('Trên máy, chưa tới tỉnh');
  await minh.exchange();

  lan.putAway();
  lan.open('/viec?viec=hatinh-i-09');
  await lan.user.type(await screen.findByLabelText('Ghi chú tháng 11'), 'Chờ quy chế');
  await lan.exchange();
  await screen.findByText(/^(provinceOfficer 42|người số \d+) ·/);
  await lan.user.click(screen.getByRole('button', { name: 'Lưu ghi chú' }));
  const both = await screen.findByRole('region', { name: 'Hai người cùng sửa: ghi chú tháng 11' });
  expect(both.textContent).toContain('Đã họp');
  expect(both.textContent).toContain('Chờ quy chế');
});

test('a task of the plan goes to communes, is answered without a network, and is seen with the plan; taken back and given again', async () => {
  const lan = await desk(await province.phone('provinceOfficer'));
  await at(lan, '/viec/thu-vien');
  await lan.user.click(await screen.findByRole('checkbox', { name: /^II\.7 / }));
  await lan.user.click(screen.getByRole('button', { name: 'Đưa 1 việc vào kế hoạch' }));
  await lan.user.click(await screen.findByRole('link', { name: 'Giao việc này cho các xã' }));
  await lan.exchange();
  await lan.user.type(await screen.findByLabelText('Các bước'), 'Đếm máy quét');
  await lan.user.type(screen.getByLabelText('Hạn'), '2026-12-20');
  await lan.user.click(screen.getByRole('button', { name: 'Giao việc' }));
  await screen.findByText('Trên máy, chưa tới tỉnh');
  await lan.exchange();

  const xa = await desk(await province.phone('communeOfficer'));
  await at(xa, '/viec?phan=xa');
  await screen.findByRole('checkbox', { name: 'Đếm máy quét' });
  cutOff();
  await xa.user.click(screen.getByRole('radio', { name: 'Không làm được' }));
  await xa.user.click(screen.getByRole('radio', { name: 'Chưa có máy' }));
  await xa.user.type(screen.getByLabelText('Ghi thêm cho tỉnh'), 'Máy hỏng');
  await xa.user.click(screen.getByRole('button', { name: 'Lưu trả lời' }));
  await screen.findByText('Trên máy, chưa tới tỉnh');
  expect((await outbox(xa.db)).waiting).toHaveLength(1);
  await xa.regain();
  await xa.exchange();
  await waitFor(() => expect(screen.queryByText('Trên máy, chưa tới tỉnh')).toBeNull());

  await at(lan, '/viec?viec=hatinh-ii-07');
  const answers = await screen.findByRole('region', { name: 'Trả lời của từng đơn vị' });
  await waitFor(() => expect(answers.textContent).toContain('Chưa có máy. Máy hỏng'));
  expect(answers.textContent).toContain('0/2 đã xong');

  await at(lan, '/viec?phan=xa');
  await lan.user.click(await screen.findByRole('button', { name: 'Huỷ việc' }));
  await lan.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Huỷ việc' }));
  await lan.user.click(await screen.findByRole('button', { name: 'Giao lại việc này' }));
  const again = await screen.findByRole('region', { name: 'Trả lời của từng đơn vị' });
  expect(again.textContent).toContain('Chưa có máy. Máy hỏng');
});

test('a province looks behind a commune’s number at its villages; a commune is shown nothing that was given to others', async () => {
  const lan = await desk(await province.phone('provinceOfficer'));
  await at(lan, '/viec/giao');
  const give = async (title: string) => {
    await lan.user.type(await screen.findByLabelText('Tên việc'), title);
    await lan.user.type(screen.getByLabelText('Hạn'), '2026-12-20');
  };
  await give('Đếm máy');
  await lan.user.click(screen.getByRole('radio', { name: 'Tất cả các thôn trong tỉnh' }));
  await lan.user.click(screen.getByRole('button', { name: 'Giao việc' }));
  await at(lan, '/viec?phan=thon');
  await screen.findAllByRole('link', { name: /^Đếm máy/ });
  await at(lan, '/viec/giao');
  await give('Chỉ Sơn Kim 2');
  await lan.user.click(screen.getByRole('radio', { name: 'Chọn từng đơn vị' }));
  await lan.user.click(await screen.findByRole('checkbox', { name: 'Sơn Kim 2' }));
  await lan.user.click(screen.getByRole('button', { name: 'Giao việc' }));
  await at(lan, '/viec?phan=xa');
  await screen.findAllByRole('link', { name: /^Chỉ Sơn Kim 2/ });

  await at(lan, '/viec?phan=thon');
  await lan.user.click(await screen.findByRole('button', { name: /^Sơn Kim 1 0\/3 thôn xong/ }));
  expect(screen.getAllByText(/^Thôn \d/)).toHaveLength(3);

  const xa = await desk(await province.phone('communeOfficer'));
  await at(xa, '/viec?phan=thon');
  await screen.findAllByRole('link', { name: /^Đếm máy/ });
  await at(xa, '/viec?phan=xa');
  await screen.findByText('Tỉnh chưa giao việc nào cho xã.');
});
