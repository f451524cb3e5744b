import 'fake-indexeddb/auto';
import type { Role } from '#model/person.ts';
import { defaultSettings } from '#model/settings.ts';
import type { SignInAnswer } from '#protocol/sign-in.ts';
import type { Situation } from '#protocol/situation.ts';
import { Handbook } from '#store/database.ts';
import { keepSignIn } from '#store/keep-sign-in.ts';
import { clockAt, type SetClock } from './clock.ts';

let opened = 0;
/** The memory of a phone nobody has used. Give a name to open one phone's memory a second time, as a second tab does. */
export const newHandbook = (name = `phone-${++opened}`): Handbook => new Handbook(name);

const unit = (id: string, name: string, type: 'tinh' | 'xa' | 'thon', level: 'province' | 'commune' | 'village') => ({
  id,
  name,
  type,
  level,
  parent: level === 'province' ? null : level === 'commune' ? '42' : '18124',
  validFrom: level === 'village' ? '2022-01-01' : '2025-07-01',
  validTo: null,
  mergedInto: [],
  demo: level === 'village',
});

/** What the province tells Lê Thị Hoa of Thôn 2, xã Sơn Kim 1, or somebody else of her team. */
export const situationOf = (
  person: { id?: number; name?: string; role?: Role; unit?: string } = {},
  but: Partial<Situation> = {},
): Situation => ({
  version: '1',
  person: { id: 5, name: 'Lê Thị Hoa', role: 'villageMember', unit: '18124-02', ...person },
  units: [
    unit('18124-02', 'Thôn 2', 'thon', 'village'),
    unit('18124', 'Sơn Kim 1', 'xa', 'commune'),
    unit('42', 'Hà Tĩnh', 'tinh', 'province'),
  ],
  team: [
    { id: 5, name: 'Lê Thị Hoa' },
    { id: 6, name: 'Trần Văn Nam' },
  ],
  settings: defaultSettings,
  closed: [],
  ...but,
});

export const signInAnswer = (but: Partial<SignInAnswer> = {}): SignInAnswer => ({
  device: 17,
  token: 'token-17',
  situation: situationOf(),
  holding: { highestSeq: 0, totals: {} },
  ...but,
});

/** Hoa's phone, signed in, on the morning of 12/11/2026. */
export const hoasPhone = async (
  but: Partial<SignInAnswer> = {},
): Promise<{ db: Handbook; clock: SetClock; answer: SignInAnswer }> => {
  const [db, clock, answer] = [newHandbook(), clockAt(), signInAnswer(but)];
  await keepSignIn(db, clock, answer);
  return { db, clock, answer };
};
