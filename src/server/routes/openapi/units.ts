import type { RequestRefusalCode } from '#protocol/refusals.ts';
import { SettingsChange } from '#protocol/settings.ts';
import { Settings, Unit } from '#protocol/situation.ts';
import {
  AddUnitCommand,
  CallOffCommand,
  EndUnitCommand,
  ImportVillagesAnswer,
  ImportVillagesCommand,
  PlannedReorganisations,
  RenameUnitCommand,
  ReorganisationAnswer,
  ReorganisationCommand,
  UnitProfile,
  UnitsPage,
} from '#protocol/units.ts';
import { paths } from '#protocol/version.ts';
import type { Described, Schema } from './description.ts';
import { aboutUnit, body } from './asked.ts';

const changingUnits: RequestRefusalCode[] = [
  ...body,
  'role-too-low',
  'unit-out-of-scope',
  'reorganisation-ended',
  'unit-name-wrong',
  'unit-type-wrong',
];

const newUnits: RequestRefusalCode[] = ['unit-code-wrong', 'unit-code-taken'];

const commandOnUnits = (
  path: string,
  summary: string,
  command: Schema,
  answer: Schema,
  refusals: RequestRefusalCode[],
): Described => ({
  path,
  method: 'post',
  summary,
  body: command,
  answer,
  refusals: [...changingUnits, ...refusals],
});

/** Units, what becomes of them, and what the province decided for itself. */
export const describedUnits: Described[] = [
  {
    path: paths.units,
    method: 'get',
    summary:
      'A unit and all that ever stood below it, each with the days it exists on, and what they were called before',
    query: { unit: aboutUnit },
    answer: UnitsPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.unitProfile,
    method: 'get',
    summary: 'What became of a unit over time, its people, and the figures others count of it',
    query: { unit: aboutUnit },
    answer: UnitProfile,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  commandOnUnits(paths.addUnit, 'Adds a village to a commune', AddUnitCommand, Unit, [
    ...newUnits,
    'unit-parent-wrong',
    'unit-day-wrong',
  ]),
  commandOnUnits(paths.renameUnit, 'Calls a unit otherwise; the former name stays known', RenameUnitCommand, Unit, []),
  commandOnUnits(paths.endUnit, 'Ends a village that nothing follows', EndUnitCommand, Unit, [
    'unit-parent-wrong',
    'unit-day-wrong',
    'unit-has-people',
    'reorganisation-entries',
  ]),
  commandOnUnits(paths.importVillages, 'Villages of a file, all or none', ImportVillagesCommand, ImportVillagesAnswer, [
    ...newUnits,
    'unit-parent-wrong',
    'village-wrong',
  ]),
  commandOnUnits(
    paths.reorganise,
    'Merges or splits units on a day, today or to come, or only says what it would come to (rule S4)',
    ReorganisationCommand,
    ReorganisationAnswer,
    [
      ...newUnits,
      'reorganisation-too-few',
      'reorganisation-into-itself',
      'reorganisation-cycle',
      'reorganisation-unlike',
      'reorganisation-too-new',
      'reorganisation-day-past',
      'reorganisation-village-left',
      'reorganisation-village-twice',
      'reorganisation-entries',
      'reorganisation-planned',
    ],
  ),
  commandOnUnits(
    paths.callOffReorganisation,
    'Calls off a reorganisation whose day has not come; answers those that still wait',
    CallOffCommand,
    PlannedReorganisations,
    ['not-found'],
  ),
  {
    path: paths.settings,
    method: 'get',
    summary: 'What the province decided for itself',
    answer: Settings,
    refusals: ['role-too-low'],
  },
  {
    path: paths.settings,
    method: 'post',
    summary: 'Changes what is named; cutting months another way makes all sums anew (rules S2, S3)',
    body: SettingsChange,
    answer: Settings,
    refusals: [...body, 'role-too-low', 'periods-closed'],
  },
];
