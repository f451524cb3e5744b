import { describedEntrance } from './entrance.ts';
import { describedFigures } from './figures.ts';
import { describedOpen } from './open.ts';
import { describedPeople } from './people.ts';
import { describedPhones } from './phones.ts';
import { describedPhotos } from './photos.ts';
import { describedReport } from './report.ts';
import { describedUnits } from './units.ts';
import type { Described } from './description.ts';

/** Everything under /api, as it is told to programs; tests hold it to what is registered. */
export const described: Described[] = [
  ...describedEntrance,
  ...describedPhones,
  ...describedPhotos,
  ...describedFigures,
  ...describedReport,
  ...describedUnits,
  ...describedPeople,
  ...describedOpen,
];
