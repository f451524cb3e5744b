import * as v from 'valibot';
import { fault } from '#model/entry-rules.ts';
import { maySaveEntries } from '#model/person.ts';
import { standing, valueOf, type EditableRecord } from '#model/record.ts';
import type { RecordDefinition } from '#model/record-definition.ts';
import type { RecordId } from '#model/operation.ts';
import type { UnitId } from '#model/unit.ts';
import { PeopleCount } from '#model/records/shapes.ts';

/** What a team does before the day: tell each resident, read it out by loudspeaker, remind them what to bring. */
export const pointSteps = ['told', 'loudspeaker', 'papers'] as const;
export type PointStep = (typeof pointSteps)[number];

const stepFields: readonly string[] = pointSteps.map((step) => `step.${step}`);

/** One village's part in a mobile point. It exists without anybody making it (rule I3). */
export const attendanceName = (point: RecordId, unit: UnitId): RecordId => `attendance:${point}:${unit}`;

/** How many residents a village will bring to a mobile point, and what it has done for it. Its team alone writes it. */
export const attendance: RecordDefinition = {
  type: 'attendance',
  name: /^attendance:\d+-\d+:[\w-]+$/,
  field: (name) => {
    if (name === 'people') return PeopleCount;
    return stepFields.includes(name) ? v.boolean() : undefined;
  },
  examine: (_, { person }) => (maySaveEntries(person.role) ? [] : [fault('not-for-your-role', 'people')]),
};

export type Attendance = {
  /** null until the team has said. */
  people: number | null;
  /** When it said so, in seconds; 0 before. */
  saidAt: number;
  steps: Record<PointStep, boolean>;
};

export const attendanceOf = (record: EditableRecord | undefined): Attendance => ({
  people: (valueOf(record, 'people') ?? null) as number | null,
  saidAt: standing(record, 'people')?.at ?? 0,
  steps: Object.fromEntries(
    pointSteps.map((step) => [step, valueOf(record, `step.${step}`) === true]),
  ) as Attendance['steps'],
});
