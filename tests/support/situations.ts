import { defaultSettings } from '#model/settings.ts';
import type { Role } from '#model/person.ts';
import type { InvitationAnswer, SignInAnswer } from '#protocol/sign-in.ts';
import type { Situation } from '#protocol/situation.ts';

const unit = { validFrom: '2025-07-01', validTo: null, mergedInto: [], demo: false };
const haTinh = { ...unit, id: '42', name: 'Hà Tĩnh', type: 'tinh', level: 'province', parent: null } as const;
const sonKim1 = { ...unit, id: '18124', name: 'Sơn Kim 1', type: 'xa', level: 'commune', parent: '42' } as const;
const thon2 = { ...unit, id: '18124-02', name: 'Thôn 2', type: 'thon', level: 'village', parent: '18124' } as const;

const unitsOf: Record<Role, Situation['units']> = {
  villageMember: [thon2, sonKim1, haTinh],
  villageLead: [thon2, sonKim1, haTinh],
  communeOfficer: [sonKim1, haTinh],
  provinceOfficer: [haTinh],
  administrator: [haTinh],
};

/** What the phone of Nguyễn Thị Hoa of Thôn 2, xã Sơn Kim 1, knows; or of an officer by the same name. */
export const situationOf = (role: Role = 'villageMember', but: Partial<Situation> = {}): Situation => ({
  version: 's1',
  person: { id: 5, name: 'Nguyễn Thị Hoa', role, unit: unitsOf[role][0]!.id },
  units: unitsOf[role],
  team: [
    { id: 5, name: 'Nguyễn Thị Hoa' },
    { id: 6, name: 'Trần Văn Bình' },
  ],
  settings: defaultSettings,
  closed: [],
  ...but,
});

/** Whose the invitation is, as the province says before it is accepted. */
export const invitationOf = (role: Role = 'villageMember'): InvitationAnswer => {
  const { person, units } = situationOf(role);
  return { name: person.name, role, units };
};

/** The province lets Hoa in, as device 17, which it has nothing of yet. */
export const welcome = (role: Role = 'villageMember', device = 17): SignInAnswer => ({
  device,
  token: 'not-a-secret-of-anybody',
  situation: situationOf(role),
  holding: { highestSeq: 0, totals: {} },
});
