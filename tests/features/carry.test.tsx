import 'fake-indexeddb/auto';
import '../support/whole-bytes.ts';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { createCourier } from '#app/courier.ts';
import GiveBack from '#features/carry/GiveBack.tsx';
import HandOver from '#features/carry/HandOver.tsx';
import TakeIn from '#features/carry/TakeIn.tsx';
import { HandsProvider, type Courier } from '#features/handbook.tsx';
import Outbox from '#features/outbox/Outbox.tsx';
import { Backup } from '#features/today/Backup.tsx';
import { bundleName } from '#model/bundle-name.ts';
import { carriedText, readCarried } from '#protocol/bundle.ts';
import { carriedOne, takeInBundle } from '#store/carried.ts';
import { addPhoto } from '#store/photos.ts';
import { createMemory } from '#store/memory.ts';
import { recordHelp } from '#store/record-help.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { signingKey } from '#store/signing-key.ts';
import { AnnounceProvider } from '#ui/announce.tsx';
import { clockAt } from '../support/clock.ts';
import { newHandbook, signInAnswer } from '../support/device.ts';
import { eveningInThon2 } from '../support/entries.ts';
import { openGate } from '../support/gate.ts';
import { noOffice } from '../support/no-office.ts';
import { jpeg } from '../support/pictures.ts';
import { provinceSeal } from '../support/province-seal.ts';
import { allReceived } from '../support/receipts.ts';
import '../support/village-phone.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  for (const name of ['share', 'canShare', 'storage']) Reflect.deleteProperty(navigator, name);
});

/** Hoa's phone, which knows the province's key unless told otherwise, with work nobody has received. */
const phoneWith = async (entries: number, { keys = true } = {}) => {
  const [db, clock, province] = [newHandbook(), clockAt(), await provinceSeal()];
  await signingKey(db);
  await keepSignIn(db, clock, signInAnswer(keys ? { sealingKey: province.sealingKey } : {}));
  for (let i = 0; i < entries; i++) await recordHelp(db, clock, eveningInThon2());
  return { db, clock, province, memory: createMemory(db, clock), courier: createCourier(db, clock) };
};
type SomePhone = Awaited<ReturnType<typeof phoneWith>>;

const openAt = (phone: SomePhone, address: string, but: Partial<Courier> = {}) =>
  render(
    <HandsProvider value={{ ...phone, gate: openGate().gate, courier: { ...phone.courier, ...but }, office: noOffice }}>
      <AnnounceProvider>
        <MemoryRouter initialEntries={[address]}>
          <Routes>
            <Route path="/hop-gui" element={<Outbox />} />
            <Route path="/chuyen-ho" element={<HandOver />} />
            <Route path="/nhan-ho" element={<TakeIn />} />
            <Route path="/nhan-ho/:bundle" element={<GiveBack />} />
            <Route path="/" element={<Backup />} />
          </Routes>
        </MemoryRouter>
      </AnnounceProvider>
    </HandsProvider>,
  );
const tap = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
/** Files shared with another app; what the browser would show is not there. */
const shares = () => {
  const shared: File[] = [];
  Object.assign(navigator, {
    canShare: () => true,
    share: async ({ files }: { files: File[] }) => void shared.push(...files),
  });
  return shared;
};
const paste = async (text: string) => {
  await tap('Dán nội dung');
  await userEvent.click(await screen.findByLabelText(/ST06/));
  await userEvent.paste(text);
  await tap('Nhận');
};
const packed = async (phone: SomePhone) => {
  const made = await phone.courier.pack();
  if (made.kind !== 'packed') throw new Error(made.kind);
  return made.bundles[0]!;
};

test('T3: what waits stands on the screen as a code, with how much it is, where from, and who may read it', async () => {
  const phone = await phoneWith(3);
  const name = bundleName((await packed(phone)).id);
  openAt(phone, '/chuyen-ho');
  expect(await screen.findByRole('img', { name: `Mã QR của gói ${name}` })).toBeDefined();
  expect(screen.getByText(`3 mục · gói ${name}`)).toBeDefined();
  expect(screen.getByText(/Thôn 2, xã Sơn Kim 1/)).toBeDefined();
  expect(screen.getByText(/không đọc, không sửa được số liệu/)).toBeDefined();
  expect(screen.queryByText(/ảnh chờ gửi/)).toBeNull();
});

test('photos that wait are said to stay behind', async () => {
  const phone = await phoneWith(1);
  const [entry] = await phone.db.entries.toCollection().primaryKeys();
  await addPhoto(phone.db, phone.clock, entry!, jpeg());
  openAt(phone, '/chuyen-ho');
  expect(await screen.findByText(/^1 ảnh chờ gửi không đi theo gói/)).toBeDefined();
});

test('a code that is hard to scan is split into several, shown in turn, and stepped by hand', async () => {
  openAt(await phoneWith(1), '/chuyen-ho');
  await tap(/Tách thành mã thưa hơn/);
  expect(await screen.findByText('Mã 1/3')).toBeDefined();
  await tap('Mã sau');
  expect(screen.getByText('Mã 2/3')).toBeDefined();
  // Stepped by hand, it stays.
  expect(screen.getByRole('button', { name: 'Tự chuyển' })).toBeDefined();
  await tap('Mã trước');
  await tap('Mã trước');
  expect(screen.getByText('Mã 3/3')).toBeDefined();
  await tap(/Gộp lại/);
  await waitFor(() => expect(screen.queryByText(/^Mã \d/)).toBeNull());
});

test('T3: from the outbox the same goes as a file, with a sentence for whoever opens it', async () => {
  const phone = await phoneWith(2);
  const shared = shares();
  openAt(phone, '/hop-gui');
  await tap('Gửi tệp');
  await screen.findByText('Đã đưa tệp đi. Số liệu vẫn còn trên máy này.');
  expect(shared[0]!.name).toBe('so-tay-06-goi-17-2026-11-12.txt');
  expect(shared[0]!.type).toBe('text/plain');
  const text = await shared[0]!.text();
  expect(text).toMatch(/^Gói số liệu của Sổ tay 06/);
  const [carried] = readCarried(text);
  expect(carriedText(carried!)).toBe((await packed(phone)).text);
});

test('where files cannot be shared, the file goes into the downloads; a share sheet closed again is no error', async () => {
  const phone = await phoneWith(1);
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:here';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  openAt(phone, '/hop-gui');
  await tap('Gửi tệp');
  await screen.findByText(/Đã lưu tệp vào mục Tải xuống/);
  expect(saved).toEqual(['so-tay-06-goi-17-2026-11-12.txt']);

  Object.assign(navigator, {
    canShare: () => true,
    share: () => Promise.reject(new DOMException('closed', 'AbortError')),
  });
  await tap('Gửi tệp');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Gửi tệp' }).ariaDisabled).not.toBe('true'));
  expect(saved).toHaveLength(1);
});

test.each([
  ['nothing waits', 0, true, /Không còn gì chờ gửi/],
  ['the province’s key is not there yet', 1, false, /chưa nhận khoá niêm phong của tỉnh/],
])('T3: when %s it says so, and what to do', async (_why, entries, keys, words) => {
  openAt(await phoneWith(entries, { keys }), '/chuyen-ho');
  expect(await screen.findByText(words)).toBeDefined();
});

test('T3: the province received it meanwhile: nobody is asked to carry it any more', async () => {
  const phone = await phoneWith(1);
  openAt(phone, '/chuyen-ho');
  await screen.findByRole('img');
  await phone.memory.settle(allReceived(1, 1));
  expect(await screen.findByText('Tỉnh đã nhận hết gói này')).toBeDefined();
});

test('T3: a bundle pasted is kept, listed and said to be on its way; the same again is told apart', async () => {
  const [hoa, nam] = [await phoneWith(1), await phoneWith(0)];
  const bundle = await packed(hoa);
  const name = bundleName(bundle.id);
  openAt(nam, '/nhan-ho');
  expect(await screen.findByText('Chưa mang hộ gói nào.')).toBeDefined();
  await paste(`Chị ơi gửi giúp em: ${bundle.text} cảm ơn chị`);
  expect(await screen.findByText(new RegExp(`Đã nhận gói ${name}`))).toBeDefined();
  expect(await screen.findByText(`Gói ${name}`)).toBeDefined();
  await paste(bundle.text);
  expect(await screen.findByText(`Gói ${name} đã có trên máy này rồi.`)).toBeDefined();
  await paste('không có gì');
  expect(await screen.findByText('Không thấy gói hay biên nhận nào trong đó.')).toBeDefined();
});

test('T3: a file from another app is taken in when the page opens, once', async () => {
  const [hoa, nam] = [await phoneWith(1), await phoneWith(0)];
  const { text } = await packed(hoa);
  let there = [text];
  openAt(nam, '/nhan-ho', {
    shared: async () => ({ texts: there, files: [] }),
    sharedIsIn: async () => void (there = []),
  });
  expect(await screen.findByText(/Đã nhận gói/)).toBeDefined();
  await waitFor(() => expect(there).toEqual([]));
});

test('T3: each bundle says where it is; only what is delivered has a receipt to give back', async () => {
  const phone = await phoneWith(0);
  const ids = ['waiting', 'delivered', 'held', 'torn'];
  for (const id of ids) await takeInBundle(phone.db, phone.clock, { id, text: 'ST06.1.h..i.c.t' });
  await phone.memory.noteDelivery('delivered', { kind: 'delivered', receipt: 'h..i.c.t' });
  await phone.memory.noteDelivery('held', { kind: 'held', why: 'person-disabled' });
  await phone.memory.noteDelivery('torn', {
    kind: 'refused',
    refusal: { code: 'bundle-unreadable', params: {} },
  });
  openAt(phone, '/nhan-ho');
  const rows = await screen.findAllByRole('listitem');
  expect(rows).toHaveLength(4);
  expect(screen.getByText('Đã giao cho tỉnh')).toBeDefined();
  expect(screen.getByText('Cán bộ xã giữ')).toBeDefined();
  expect(screen.getByText(/Tài khoản của người ghi đã ngừng/)).toBeDefined();
  expect(screen.getByText(/Tỉnh không đọc được gói này/)).toBeDefined();
  expect(screen.getAllByRole('link', { name: /Trả biên nhận/ })).toHaveLength(1);
  await tap(/Bỏ khỏi danh sách/);
  await waitFor(async () => expect(await carriedOne(phone.db, 'torn')).toBeUndefined());
});

test('T3: the receipt goes back as a code or a file; given back, it leaves the list', async () => {
  const phone = await phoneWith(0);
  await takeInBundle(phone.db, phone.clock, { id: 'K7QMabcdefghijklmnopqr', text: 'ST06.1.h..i.c.t' });
  await phone.memory.noteDelivery('K7QMabcdefghijklmnopqr', { kind: 'delivered', receipt: 'h..i.c.t' });
  const shared = shares();
  openAt(phone, '/nhan-ho/K7QMabcdefghijklmnopqr');
  expect(await screen.findByRole('img', { name: 'Mã QR biên nhận của gói K7QM' })).toBeDefined();
  await tap('Gửi bằng tệp');
  await waitFor(() => expect(shared).toHaveLength(1));
  expect(readCarried(await shared[0]!.text())).toEqual([
    { kind: 'receipt', bundle: 'K7QMabcdefghijklmnopqr', jwe: 'h..i.c.t' },
  ]);
  await tap('Đã trả xong');
  expect(await screen.findByText('Chưa mang hộ gói nào.')).toBeDefined();
});

test('a receipt that is not there any more is said to be gone', async () => {
  openAt(await phoneWith(0), '/nhan-ho/nothing');
  expect(await screen.findByText('Không còn biên nhận này trên máy.')).toBeDefined();
});

const offered = 'Nên chuyển hộ hoặc giữ thêm một bản';

test('T3: a copy outside the browser is offered after two days without being sent, until there is one of just this', async () => {
  const phone = await phoneWith(1);
  phone.clock.pass(2 * 24 * 3600 * 1000);
  const early = openAt(phone, '/');
  await waitFor(() => expect(screen.queryByText(offered)).toBeNull());
  early.unmount();
  phone.clock.pass(60_000);
  openAt(phone, '/');
  expect(await screen.findByText(/hơn 2 ngày chưa gửi được/)).toBeDefined();
  const { id } = await packed(phone);
  await phone.db.bundles.update(id, { savedAt: phone.clock.now() });
  await waitFor(() => expect(screen.queryByText(offered)).toBeNull());
  await recordHelp(phone.db, phone.clock, eveningInThon2());
  expect(await screen.findByText(offered)).toBeDefined();
});

test('T3: it is offered when the browser would not promise to keep the book and the province is not reached', async () => {
  const phone = await phoneWith(1);
  const { now } = phone.clock;
  await phone.db.notebook.put({ key: 'persistence', granted: false, askedAt: now() });
  openAt(phone, '/');
  await waitFor(() => expect(screen.queryByText(offered)).toBeNull());
  await phone.memory.note({ kind: 'unreachable', at: now(), nextTryAt: now() + 1000 });
  expect(await screen.findByText(/chưa hứa giữ sổ lâu dài/)).toBeDefined();
});

test('T3: it is offered when the phone is nearly full', async () => {
  Object.defineProperty(navigator, 'storage', {
    value: { estimate: async () => ({ usage: 81, quota: 100 }) },
    configurable: true,
  });
  openAt(await phoneWith(1), '/');
  expect(await screen.findByText(/Máy sắp hết chỗ/)).toBeDefined();
});
