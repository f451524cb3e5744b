import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, test } from 'vitest';
import CardPage from '#features/guide/CardPage.tsx';
import EditCard from '#features/guide/EditCard.tsx';
import Guide from '#features/guide/Guide.tsx';
import Show from '#features/guide/Show.tsx';
import type { Role } from '#model/person.ts';
import { guideCardName, replacementIn, type GuideText } from '#model/records/guide-card.ts';
import { conflicts } from '#model/record.ts';
import { draft } from '#store/draft.ts';
import { outbox } from '#store/outbox.ts';
import { recordById, recordsOfType } from '#store/records.ts';
import { newPhone } from '../support/phone.tsx';
import { pull, type Elsewhere } from '../support/pulled.ts';

afterEach(cleanup);

const rooms = (
  <Routes>
    <Route path="/huong-dan" element={<Guide />} />
    <Route path="/huong-dan/moi" element={<EditCard />} />
    <Route path="/huong-dan/:card" element={<CardPage />} />
    <Route path="/huong-dan/:card/xem" element={<Show />} />
    <Route path="/huong-dan/:card/sua" element={<EditCard key="sua" />} />
  </Routes>
);
const deskOf = async (role: Role = 'provinceOfficer', place = '/huong-dan/muc-2') => {
  const desk = newPhone();
  await desk.signIn(role);
  desk.open(rooms, place);
  return desk;
};
type Desk = Awaited<ReturnType<typeof deskOf>>;

const field = (name: string) => screen.findByRole('textbox', { name });
const fill = async ({ user }: Desk, name: string, text: string) => {
  const box = await field(name);
  await user.clear(box);
  await user.type(box, text);
};
const press = async ({ user }: Desk, name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const wordingOf = async ({ db }: Desk, card = 'muc-2') =>
  replacementIn((await recordById(db, guideCardName(card, '42')))?.record);

const textBy = (title: string): GuideText => ({
  title,
  summary: 'Làm sáng thứ Năm.',
  steps: ['Đến **Công an xã** sáng thứ Năm'],
  notes: [],
  basis: 'Công văn của tỉnh',
});
const byColleague = (seq: number, value: GuideText | null, seen: string[] = []): Elsewhere => ({
  seq,
  unit: '42',
  by: 6,
  body: {
    type: 'guide-card',
    record: guideCardName('muc-2', '42'),
    set: { text: value },
    ...(seen.length > 0 && { seen: { text: seen } }),
  },
});

describe('the province rewords a card', () => {
  test('from what it says now, sees it as residents will, and it is on its way to every phone', async () => {
    const desk = await deskOf();
    await desk.user.click(await screen.findByRole('link', { name: 'Sửa bài này' }));
    expect(((await field('Tên bài')) as HTMLInputElement).value).toBe('Mức 2 cho người từ 14 tuổi');
    await fill(desk, 'Tên bài', 'Mức 2: sáng thứ Năm');
    await fill(desk, 'Bước 1', 'Mang **thẻ căn cước** còn hạn');
    await fill(desk, 'Căn cứ', 'Nghị định 80/2027/NĐ-CP');
    const seen = within(screen.getByRole('region', { name: 'Bà con sẽ thấy' }));
    expect(seen.getByText('thẻ căn cước', { selector: 'strong' })).toBeTruthy();
    expect(seen.getByText('Theo Nghị định 80/2027/NĐ-CP')).toBeTruthy();
    await press(desk, 'Lưu bài');

    expect(await screen.findByRole('heading', { level: 1, name: 'Mức 2: sáng thứ Năm' })).toBeTruthy();
    expect(screen.getByText('Lời của tỉnh, bản 2')).toBeTruthy();
    expect(screen.getByText(/Căn cứ nay: Nghị định 80\/2027\/NĐ-CP.*có sẵn ghi theo Nghị định 69\/2024/)).toBeTruthy();
    expect((await outbox(desk.db)).waiting).toHaveLength(1);
    expect(await draft(desk.db, 'guide:muc-2')).toBeUndefined();
    await desk.user.click(screen.getByRole('link', { name: 'Cho người dân xem' }));
    expect(await screen.findByText('Theo Nghị định 80/2027/NĐ-CP · Lời của tỉnh, bản 2')).toBeTruthy();
  });

  test('without a step or a basis it is not saved, and what lacks is said', async () => {
    const desk = await deskOf('provinceOfficer', '/huong-dan/moi');
    await fill(desk, 'Tên bài', 'Lịch mới');
    await press(desk, 'Lưu bài');
    expect(await screen.findByText('Chưa có câu tóm tắt. Cần ít nhất một bước. Chưa ghi căn cứ.')).toBeTruthy();
    expect(await recordsOfType(desk.db, 'guide-card')).toEqual([]);
  });

  test('a citizen’s number in a step stops it', async () => {
    const desk = await deskOf('provinceOfficer', '/huong-dan/muc-2/sua');
    await fill(desk, 'Bước 1', 'Gọi 042085001234');
    await press(desk, 'Lưu bài');
    expect(await screen.findByText(/số định danh/)).toBeTruthy();
    expect(await wordingOf(desk)).toBeUndefined();
  });

  test('steps move up, go, and come; empty ones are nobody’s', async () => {
    const desk = await deskOf('provinceOfficer', '/huong-dan/kich-hoat/sua');
    await press(desk, 'Đưa lên, Bước 2');
    await press(desk, 'Bỏ, Bước 3');
    await press(desk, 'Thêm bước');
    await press(desk, 'Lưu bài');
    await screen.findByText('Lời của tỉnh, bản 2');
    expect((await wordingOf(desk, 'kich-hoat'))?.text.steps).toEqual([
      'Mở **VNeID**, bấm **Kích hoạt**',
      'Nhận tin báo đã có **mức 2**',
      'Tự chọn **câu hỏi bảo mật**',
      '**Nhớ kỹ**, không đưa cho ai',
    ]);
  });

  test('nobody else does: no way leads there, and the address says so', async () => {
    await deskOf('communeOfficer');
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('link', { name: 'Sửa bài này' })).toBeNull();
    cleanup();
    await deskOf('communeOfficer', '/huong-dan/muc-2/sua');
    expect(await screen.findByText(/chỉ.*tỉnh/i)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Lưu bài' })).toBeNull();
  });
});

describe('what is being worded', () => {
  test('is there again after the app died, and gone when it is started anew', async () => {
    const desk = await deskOf('provinceOfficer', '/huong-dan/muc-2/sua');
    await fill(desk, 'Tên bài', 'Viết dở');
    await waitFor(async () => expect(await draft(desk.db, 'guide:muc-2')).toBeDefined());
    desk.putAway();
    desk.open(rooms, '/huong-dan/muc-2/sua');
    await waitFor(async () => expect(((await field('Tên bài')) as HTMLInputElement).value).toBe('Viết dở'));
    await press(desk, 'Bỏ bản nháp, viết lại từ đầu');
    expect(((await field('Tên bài')) as HTMLInputElement).value).toBe('Mức 2 cho người từ 14 tuổi');
    await waitFor(async () => expect(await draft(desk.db, 'guide:muc-2')).toBeUndefined());
  });

  test('M2: a colleague’s words that came while it was written are told, and not replaced unseen', async () => {
    const desk = await deskOf('provinceOfficer', '/huong-dan/muc-2/sua');
    await fill(desk, 'Tên bài', 'Lời của tôi');
    await pull(desk, [byColleague(1, textBy('Lời của anh Bình'))]);
    expect(await screen.findByText(/^Trần Văn Bình đã viết lại bài này lúc/)).toBeTruthy();
    expect(screen.getByText(/“Lời của anh Bình · Đến Công an xã sáng thứ Năm”/)).toBeTruthy();
    await press(desk, 'Lưu bài');

    expect(await screen.findByRole('heading', { name: 'Hai người ghi khác nhau' })).toBeTruthy();
    const row = await recordById(desk.db, guideCardName('muc-2', '42'));
    expect(conflicts(row!.record)).toEqual(['text']);
    await press(desk, /^Giữ ý này: Lời của anh Bình/);
    expect(await screen.findByRole('heading', { level: 1, name: 'Lời của anh Bình' })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Hai người ghi khác nhau' })).toBeNull());
  });

  test('M2: also where the draft was begun before, and the app died between', async () => {
    const desk = await deskOf('provinceOfficer', '/huong-dan/muc-2/sua');
    await fill(desk, 'Tên bài', 'Lời của tôi');
    await waitFor(async () => expect(await draft(desk.db, 'guide:muc-2')).toBeDefined());
    desk.putAway();
    await pull(desk, [byColleague(1, textBy('Lời của anh Bình'))]);
    desk.open(rooms, '/huong-dan/muc-2/sua');
    await screen.findByText(/^Trần Văn Bình đã viết lại bài này/);
    await press(desk, 'Lưu bài');
    await screen.findByRole('heading', { name: 'Hai người ghi khác nhau' });
    expect(await wordingOf(desk)).toMatchObject({ lost: [{ title: 'Lời của anh Bình' }] });
  });
});

describe('the words the app brought', () => {
  test('are given back when asked twice, and one tap has the province’s stand again', async () => {
    const desk = await deskOf();
    await pull(desk, [byColleague(1, textBy('Lời của tỉnh'))]);
    await desk.user.click(await screen.findByRole('link', { name: 'Sửa bài này' }));
    await press(desk, 'Trả về bài có sẵn');
    await press(desk, 'Giữ lại');
    expect((await wordingOf(desk))?.text.title).toBe('Lời của tỉnh');
    await press(desk, 'Trả về bài có sẵn');
    await press(desk, 'Bỏ lời của tỉnh');
    expect(await screen.findByRole('heading', { level: 1, name: 'Mức 2 cho người từ 14 tuổi' })).toBeTruthy();
    expect(screen.getByText('Bản 1, có sẵn trong ứng dụng.')).toBeTruthy();
    await press(desk, 'Dùng lại: Lời của tỉnh');
    expect(await screen.findByRole('heading', { level: 1, name: 'Lời của tỉnh' })).toBeTruthy();
    expect(await screen.findByText('Lời của tỉnh, bản 4')).toBeTruthy();
  });

  test('a card of the province’s own that was removed is out of the list, and comes back the same way', async () => {
    const desk = await deskOf('provinceOfficer', '/huong-dan/moi');
    await fill(desk, 'Tên bài', 'Lịch mới');
    await fill(desk, 'Một câu tóm tắt', 'Sáng thứ Năm.');
    await fill(desk, 'Bước 1', 'Đến xã');
    await fill(desk, 'Căn cứ', 'Công văn');
    await press(desk, 'Lưu bài');
    expect(await screen.findByText('Bài của tỉnh, bản 1.')).toBeTruthy();
    await desk.user.click(await screen.findByRole('link', { name: 'Sửa bài này' }));
    await press(desk, 'Bỏ bài này');
    const sheet = await screen.findByRole('dialog', { name: 'Bỏ bài này?' });
    await desk.user.click(within(sheet).getByRole('button', { name: 'Bỏ bài này' }));
    await screen.findByText(/^Bài đã bỏ, .*“Lịch mới”$/);
    expect(screen.queryByRole('link', { name: /Lịch mới/ })).toBeNull();
    await press(desk, 'Dùng lại: Lịch mới');
    expect(await screen.findByRole('link', { name: /Lịch mới/ })).toBeTruthy();
  });

  test('a village sees what was taken back as the app has it, and nothing to press', async () => {
    const phone = await deskOf('villageMember');
    await pull(phone, [byColleague(1, textBy('Lời của tỉnh'))]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Lời của tỉnh' })).toBeTruthy();
    await pull(phone, [byColleague(2, null, ['21-1'])]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Mức 2 cho người từ 14 tuổi' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Dùng lại/ })).toBeNull();
  });
});
