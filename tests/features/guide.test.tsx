import { cleanup, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import CardPage from '#features/guide/CardPage.tsx';
import Guide from '#features/guide/Guide.tsx';
import Loudspeaker from '#features/guide/Loudspeaker.tsx';
import Show from '#features/guide/Show.tsx';
import { guideCard, guideCardName, type GuideText } from '#model/records/guide-card.ts';
import { writeRecord } from '#store/write-record.ts';
import { newPhone } from '../support/phone.tsx';

afterEach(cleanup);

const rooms = (
  <Routes>
    <Route path="/huong-dan" element={<Guide />} />
    <Route path="/huong-dan/:card" element={<CardPage />} />
    <Route path="/huong-dan/:card/xem" element={<Show />} />
    <Route path="/loa" element={<Loudspeaker />} />
  </Routes>
);

const openedBy = async (role: 'villageMember' | 'provinceOfficer' = 'villageMember', place = '/huong-dan') => {
  const phone = newPhone();
  await phone.signIn(role);
  phone.open(rooms, place);
  return phone;
};
const searchBox = () => screen.findByRole('textbox', { name: /Tìm trong hướng dẫn/ });
const titles = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

test.each(['muc 2 tre em', '10 tuoi', 'be muoi tuoi'])(
  'a new member looks for a ten-year-old’s level 2 by “%s” and holds the steps out to the mother',
  async (typed) => {
    const { user } = await openedBy();
    await user.type(await searchBox(), typed);
    expect(titles()[0]).toBe('Mức 2 cho bé từ 6 đến dưới 14 tuổi');
    await user.click(screen.getAllByRole('link', { name: /^Cho người dân xem: Mức 2 cho bé/ })[0]!);
    expect(await screen.findByRole('heading', { level: 1, name: 'Bé 6 đến 13 tuổi làm mức 2' })).toBeTruthy();
    const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(steps).toEqual([
      '1Bé phải có thẻ căn cước',
      '2Cha hoặc mẹ đã có VNeID mức 2',
      '3Cha mẹ đưa bé đến Công an xã hoặc điểm lưu động',
      '4Mang thẻ của bé và điện thoại cha mẹ',
    ]);
    expect(screen.getByText('Không đọc mã OTP, mật khẩu cho bất cứ ai')).toBeTruthy();
    expect(screen.getByText('Theo Nghị định 69/2024/NĐ-CP')).toBeTruthy();
  },
);

test('what was found says how much, marks it in the titles, and goes when the box is cleared', async () => {
  const { user } = await openedBy();
  await user.type(await searchBox(), 'can cuoc');
  expect(screen.getByText(/^\d+ bài có “can cuoc”/)).toBeTruthy();
  expect(screen.getAllByText('căn cước', { selector: 'mark' }).length).toBeGreaterThan(2);
  await user.click(screen.getByRole('button', { name: 'Xoá chữ đang tìm' }));
  expect(titles()).toEqual([
    'Tài khoản VNeID',
    'Thẻ căn cước',
    'Dùng VNeID',
    'An toàn',
    'Loa thôn',
    '25 dịch vụ công thiết yếu',
  ]);
});

test('what no card tells of is said, with where to ask', async () => {
  const { user } = await openedBy();
  await user.type(await searchBox(), 'xyzzy');
  expect(screen.getByText(/Không có bài nào về “xyzzy”.*hỏi Công an xã/)).toBeTruthy();
});

test('the next card held out is the next of what was found, and the ends are ends', async () => {
  const { user } = await openedBy('villageMember', '/huong-dan/muc-2-tre-em/xem?tim=kich%20hoat%20passcode');
  // Opened on a card the search did not find: all of them are in the row, and this one is the first.
  expect(((await screen.findByRole('button', { name: 'Bài trước' })) as HTMLButtonElement).disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Bài sau' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Làm mức 2 ở Công an' })).toBeTruthy();
  expect(screen.getByText('Bài 2 trên 43')).toBeTruthy();
});

test('a service says its level of 2022 with what corresponds today, and who took over', async () => {
  await openedBy('villageMember', '/huong-dan/dvc-giay-phep-lai-xe');
  expect(await screen.findByText('Mức độ 4 (gọi năm 2022), nay tương ứng “toàn trình”')).toBeTruthy();
  expect(screen.getByText('Năm 2022: Bộ Giao thông vận tải. Nay: Bộ Công an')).toBeTruthy();
  expect(screen.getByText(/Nơi nhận hồ sơ có thể hỏi thêm giấy tờ/)).toBeTruthy();
});

test('what stands on a superseded basis says so, and names the present one', async () => {
  await openedBy('villageMember', '/huong-dan/dinh-danh');
  const words = await screen.findByText(/Trước đây theo Quyết định 34\/2021\/QĐ-TTg/);
  expect(words.textContent).toMatch(/Hiện theo Nghị định 69\/2024\/NĐ-CP/);
});

const text: GuideText = {
  title: 'Mức 2: sáng thứ Năm',
  summary: 'Từ tháng này làm sáng thứ Năm.',
  steps: ['Đến **Công an xã** sáng thứ Năm'],
  notes: [],
  basis: 'Công văn của tỉnh',
};

test('the province’s own words take a card’s place without a new app, and say when', async () => {
  const phone = newPhone();
  await phone.signIn('provinceOfficer');
  const written = await writeRecord(phone.db, phone.clock, guideCard, '42', {
    record: guideCardName('muc-2', '42'),
    set: { text },
  });
  expect(written.kind).toBe('saved');
  phone.open(rooms, '/huong-dan/muc-2');
  expect(await screen.findByRole('heading', { level: 1, name: text.title })).toBeTruthy();
  expect(screen.getByText('Lời của tỉnh, bản 2')).toBeTruthy();
  expect(screen.getByText(/^Tỉnh viết lại ngày 10\/11\/2026\. Căn cứ nay: Công văn của tỉnh\./)).toBeTruthy();
  expect(screen.queryByText(/lấy vân tay/)).toBeNull();
});

test('the loudspeaker’s page has all its sentences, how long they last, and a way to log the broadcast', async () => {
  const { user } = await openedBy('villageMember', '/loa');
  expect(await screen.findByText('Đọc chậm khoảng 60 giây')).toBeTruthy();
  expect(screen.getByText(/^Kính thưa bà con/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ghi lượt phát thanh' }).getAttribute('href')).toBe('/ghi');
  await user.click(screen.getByRole('button', { name: 'Bấm giờ' }));
  expect(within(screen.getByRole('timer')).getByText('0 giây')).toBeTruthy();
});

test('the province’s words for the loudspeaker say which version they are, and on what they stand', async () => {
  const phone = newPhone();
  await phone.signIn('provinceOfficer');
  const record = guideCardName('loa-60-giay', '42');
  await writeRecord(phone.db, phone.clock, guideCard, '42', { record, set: { text } });
  phone.open(rooms, '/loa');
  expect(await screen.findByText('Theo Công văn của tỉnh · Lời của tỉnh, bản 2')).toBeTruthy();
});

test('a card that is not there says so, and leads back', async () => {
  await openedBy('villageMember', '/huong-dan/khong-co');
  expect((await screen.findByRole('link', { name: 'Về Hướng dẫn' })).getAttribute('href')).toBe('/huong-dan');
});
