import type { RecordDefinition } from '#model/record-definition.ts';
import { announcement } from '#model/records/announcement.ts';
import { attendance } from '#model/records/attendance.ts';
import { confirmation } from '#model/records/confirmation.ts';
import { guideCard } from '#model/records/guide-card.ts';
import { merit } from '#model/records/merit.ts';
import { mobilePoint } from '#model/records/mobile-point.ts';
import { obstacle } from '#model/records/obstacle.ts';
import { progressDefinition } from '#model/records/progress.ts';
import { officialFigure } from '#model/records/official-figure.ts';
import { planItemDefinition } from '#model/records/plan-item.ts';
import { reportText } from '#model/records/report-text.ts';
import { readMark } from '#model/records/read-mark.ts';
import { savedView } from '#model/records/saved-view.ts';
import { target } from '#model/records/target.ts';
import { taskDefinition } from '#model/records/task.ts';

/** Every type of editable record there is; the province accepts no others. A phone's screens import only their own. */
export const recordDefinitions: readonly RecordDefinition[] = [
  announcement,
  attendance,
  confirmation,
  guideCard,
  merit,
  mobilePoint,
  obstacle,
  officialFigure,
  progressDefinition,
  planItemDefinition,
  readMark,
  savedView,
  reportText,
  target,
  taskDefinition,
];

/** The type of that name, or undefined: a type of a newer app. */
export const definitionOf = (type: string): RecordDefinition | undefined =>
  recordDefinitions.find((definition) => definition.type === type);
