import type { Person, Role } from '#model/person.ts';

/** Somebody of the team of Thôn 2, xã Sơn Kim 1, or of a unit above it. */
export const someone = (role: Role = 'villageMember', but: Partial<Person> = {}): Person => ({
  id: 5,
  name: 'Trần Thị Hoà',
  role,
  unit: {
    villageMember: '18124-02',
    villageLead: '18124-02',
    communeOfficer: '18124',
    provinceOfficer: '42',
    administrator: '42',
  }[role],
  ...but,
});
