import type { Person } from '#model/person.ts';
import type { Unit } from '#model/unit.ts';

/** Where a first look around begins; a province without it begins with its first commune. */
const firstCommune = '18196';

/** One person for each role of the field. 'Mẫu' means sample: nobody is called so. */
export const demoPeople = (
  province: Unit,
  communes: readonly Unit[],
  villages: readonly Unit[],
): Omit<Person, 'id'>[] => {
  const commune = communes.find(({ id }) => id === firstCommune) ?? communes[0]!;
  const village = villages.find(({ parent }) => parent === commune.id)!;
  return [
    { name: 'Nguyễn Thị Mẫu', role: 'villageMember', unit: village.id },
    { name: 'Trần Văn Mẫu', role: 'villageLead', unit: village.id },
    { name: 'Lê Thị Mẫu', role: 'communeOfficer', unit: commune.id },
    { name: 'Phạm Văn Mẫu', role: 'provinceOfficer', unit: province.id },
  ];
};
