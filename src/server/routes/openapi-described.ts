import * as v from 'valibot';
import { Boundaries } from '#protocol/boundaries.ts';
import { AuditPage } from '#protocol/audit.ts';
import { BundleAnswer } from '#protocol/bundle.ts';
import { Dashboard } from '#protocol/dashboard.ts';
import { DeviceCommand, DevicesPage, PersonCommand, PersonWithDevices } from '#protocol/devices.ts';
import { EntriesPage, Figures } from '#protocol/figures.ts';
import { DecideQuestion, HeldWork, HoldingBox } from '#protocol/holding-box.ts';
import { Pivot } from '#protocol/pivot.ts';
import { ChangeCommand, InviteCommand, MadeInvitation } from '#protocol/people.ts';
import { RecordsPage } from '#protocol/records.ts';
import { reportCommands, ReportPage, type ReportCommandName } from '#protocol/report.ts';
import { Receipt } from '#protocol/receipt.ts';
import { refusalCodes, type RequestRefusalCode } from '#protocol/refusals.ts';
import {
  InvitationAnswer,
  InvitationQuestion,
  KeyAnswer,
  KeyQuestion,
  SignInAnswer,
  SignInQuestion,
} from '#protocol/sign-in.ts';
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
import type { Described, Schema } from './openapi-description.ts';
import { describedOpen } from './openapi-open.ts';

const Health = v.object({
  status: v.picklist(['ready', 'not-set-up']),
  version: v.string(),
  protocol: v.number(),
  migration: v.nullable(v.string()),
});
export const RefusalAnswer = v.object({
  code: v.picklist(refusalCodes),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  message: v.optional(v.string()),
});
const aboutUnit = { about: 'A unit of your own subtree; your own unit if left out', type: 'string' as const };
const aboutPeriod = { about: 'YYYY-MM; the current period if left out', type: 'string' as const };
const body: RequestRefusalCode[] = ['body-unreadable', 'body-too-large', 'body-kind-unknown'];
const invited: RequestRefusalCode[] = [
  'invitation-unknown',
  'invitation-used',
  'invitation-expired',
  'too-many-attempts',
  'person-disabled',
];

const commanded: RequestRefusalCode[] = ['role-too-low', 'unit-out-of-scope', 'not-found'];
const lockingOut = (path: string, summary: string, command: Schema): Described[] => [
  {
    path,
    method: 'post',
    summary: `${summary} (rule T2)`,
    body: command,
    answer: PersonWithDevices,
    refusals: [...body, ...commanded, 'not-yourself'],
  },
];

const reportStep = (
  name: ReportCommandName,
  path: string,
  summary: string,
  refusals: RequestRefusalCode[],
): Described => ({
  path,
  method: 'post',
  summary: `${summary} (rule S3)`,
  body: reportCommands[name],
  answer: ReportPage,
  refusals: [...body, 'role-too-low', 'unit-out-of-scope', 'report-moved-on', ...refusals],
});
const placing: RequestRefusalCode[] = ['unit-not-for-role', 'unit-ended', 'name-unusable'];

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

const sendingPhotos: RequestRefusalCode[] = [
  'query-unreadable',
  'role-too-low',
  'unit-out-of-scope',
  'photos-off',
  'photo-entry-unknown',
  'photo-entry-withdrawn',
  'photos-enough',
  'photo-too-late',
  'photo-too-large',
];
const examiningPhotos: RequestRefusalCode[] = ['photo-unreadable', 'photo-says-more'];
const onePhoto = `${paths.photos}/{photo}`;

/** Everything under /api, as it is told to programs; tests hold it to what is registered. */
export const described: Described[] = [
  {
    path: paths.health,
    method: 'get',
    summary: 'Whether the province answers, and in which version',
    open: true,
    answer: Health,
    refusals: [],
  },
  {
    path: paths.openapi,
    method: 'get',
    summary: 'This document',
    open: true,
    answer: v.record(v.string(), v.unknown()),
    refusals: [],
  },
  {
    path: paths.invitation,
    method: 'post',
    summary: 'Whose invitation a code is; uses nothing up',
    open: true,
    body: InvitationQuestion,
    answer: InvitationAnswer,
    refusals: [...body, ...invited],
  },
  {
    path: paths.signIn,
    method: 'post',
    summary: 'An invitation against a device number and a token',
    open: true,
    body: SignInQuestion,
    answer: SignInAnswer,
    refusals: [...body, ...invited, 'device-of-another-person'],
  },
  {
    path: paths.signOut,
    method: 'post',
    summary: 'Revokes the token of the calling device',
    answer: v.null(),
    refusals: [],
  },
  {
    path: paths.key,
    method: 'post',
    summary:
      'Registers what the calling device signs its bundles with, and answers what they are sealed with (rule T3)',
    body: KeyQuestion,
    answer: KeyAnswer,
    refusals: [...body, 'key-taken'],
  },
  {
    path: paths.push,
    method: 'post',
    summary: 'Delivers a run of operations; answers a receipt (rules P2–P5)',
    body: 'A batch as src/protocol/push.ts writes it: gzip of CBOR, columns of operations',
    answer: Receipt,
    refusals: [...body, 'seq-gap', 'held-for-officer', 'holding-box-full'],
  },
  {
    path: paths.pull,
    method: 'get',
    summary:
      "The own team's accepted operations, and what concerns its records, each after a cursor (rules L1, L2, T1)",
    query: {
      cursor: { about: 'Where the page before ended; 0 at first', required: true, type: 'integer' },
      communeCursor: { about: 'The same for records of the commune; left out: none', type: 'integer' },
      provinceCursor: { about: 'The same for records of the province; left out: none', type: 'integer' },
      own: { about: "1: also the calling device's own operations", type: 'integer' },
      situation: { about: 'The version of the situation the device knows', type: 'string' },
    },
    answer: 'A page as src/protocol/pull.ts writes it: CBOR, in brotli or gzip by Accept-Encoding',
    refusals: ['query-unreadable'],
  },
  {
    path: paths.figures,
    method: 'get',
    summary: 'Sums of a unit and of those right below it, with freshness and completeness',
    query: { unit: aboutUnit, period: aboutPeriod },
    answer: Figures,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.dashboard,
    method: 'get',
    summary: 'Figures with the period before, day by day, and what waits',
    query: { unit: aboutUnit, period: aboutPeriod },
    answer: Dashboard,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.pivot,
    method: 'get',
    summary:
      'Sums by unit, period, measure and one more way; small cells of vulnerable groups hidden above the commune',
    query: {
      unit: aboutUnit,
      of: { about: 'self, below (if left out) or villages', type: 'string' },
      periods: { about: 'YYYY-MM, several with commas between', required: true, type: 'string' },
      measures: { about: 'Codes of measures, several with commas between', required: true, type: 'string' },
      by: { about: 'none (if left out), channel, place, gender, age, vulnerable or service', type: 'string' },
      until: {
        about: 'whole (if left out) or sameDay: each period up to the day that today is of its own; with by=none',
        type: 'string',
      },
    },
    answer: Pivot,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low', 'pivot-too-large'],
  },
  {
    path: paths.changes,
    method: 'get',
    summary: 'In which communes something changed, for as long as it is read; what, is read by the other routes',
    answer: { events: 'Server-sent events: \'changed\' with {"units": [codes]}, and comments in between' },
    refusals: ['role-too-low', 'streams-enough'],
  },
  {
    path: paths.entries,
    method: 'get',
    summary: 'The entries behind a figure, newest first',
    query: {
      unit: { ...aboutUnit, required: true },
      period: { ...aboutPeriod, required: true },
      measure: { about: 'Only entries that count this measure', type: 'string' },
      after: { about: 'The `next` of the page before', type: 'string' },
    },
    answer: EntriesPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.boundaries,
    method: 'get',
    summary: 'Where the units right below one lie, as coordinates of a GeoJSON MultiPolygon; with an ETag',
    query: { unit: aboutUnit },
    answer: Boundaries,
    refusals: ['query-unreadable', 'unit-out-of-scope'],
  },
  {
    path: paths.records,
    method: 'get',
    summary: 'The editable records of one type of a unit and all below it, with all versions (rule M2)',
    query: {
      type: { about: "A type of src/model/records, e.g. 'obstacle'", required: true, type: 'string' },
      unit: aboutUnit,
      period: { about: 'YYYY-MM: without records whose name speaks of other months', type: 'string' },
    },
    answer: RecordsPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.report,
    method: 'get',
    summary: 'What the report of a commune or province is made from, its steps, and what came late (rule S3)',
    query: { unit: aboutUnit, period: aboutPeriod },
    answer: ReportPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  reportStep('close', paths.closeReport, 'Closes a period of a commune: its figures are frozen', ['period-not-over']),
  reportStep('return', paths.returnReport, "Returns a commune's closed report with a reason; its figures stay frozen", [
    'report-not-closed',
    'report-consolidated',
  ]),
  reportStep('submit', paths.submitReport, 'Submits a returned report again', ['report-not-closed']),
  reportStep('amend', paths.amendReport, 'Lets named late operations in, by a numbered amendment', [
    'report-not-closed',
    'amendment-empty',
    'amendment-unfit',
  ]),
  reportStep('consolidate', paths.consolidateReport, "Consolidates a province's period, and keeps it as it stands", [
    'period-not-over',
    'report-sent',
  ]),
  reportStep('sent', paths.sendReport, "Says that a province's report was sent", [
    'report-not-consolidated',
    'report-sent',
  ]),
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
  {
    path: paths.calendar,
    method: 'get',
    summary: 'The reporting days and holidays of a level, to subscribe to',
    open: true,
    query: {
      level: { about: 'village, commune or province; village if left out', type: 'string' },
      language: { about: 'vi or en; vi if left out', type: 'string' },
    },
    answer: { calendar: 'A calendar of RFC 5545, of whole days' },
    refusals: ['query-unreadable'],
  },
  {
    path: paths.bundle,
    method: 'post',
    summary: 'Delivers a bundle that somebody carried; settled, or held for an officer (rules T2, T3)',
    body: { text: 'A bundle as src/protocol/bundle.ts writes it: ST06.1. and a JWE' },
    answer: BundleAnswer,
    refusals: [...body, 'bundle-unreadable', 'seq-gap', 'holding-box-full'],
  },
  {
    path: paths.devices,
    method: 'get',
    summary: 'The people of a unit and what their devices last said of themselves (rule T2)',
    query: { unit: aboutUnit },
    answer: DevicesPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  ...lockingOut(
    paths.revokeDevice,
    'Answers a device no longer; what it has not sent waits for an officer',
    DeviceCommand,
  ),
  ...lockingOut(paths.restoreDevice, 'Answers a device again, under the token it has', DeviceCommand),
  ...lockingOut(paths.disablePerson, 'Answers none of the devices of a person any longer', PersonCommand),
  ...lockingOut(paths.enablePerson, 'Answers the devices of a person again', PersonCommand),
  {
    path: paths.invitePerson,
    method: 'post',
    summary: 'Invites somebody new, or somebody who is there on a further phone; the code is told this once',
    body: InviteCommand,
    answer: MadeInvitation,
    refusals: [...body, ...commanded, 'not-yourself', 'person-disabled', ...placing],
  },
  {
    path: paths.withdrawInvitation,
    method: 'post',
    summary: 'Makes the unused invitations of a person worthless',
    body: PersonCommand,
    answer: PersonWithDevices,
    refusals: [...body, ...commanded, 'not-yourself'],
  },
  {
    path: paths.changePerson,
    method: 'post',
    summary: 'Gives a person another name, role or unit; another unit is a move (rule T4)',
    body: ChangeCommand,
    answer: PersonWithDevices,
    refusals: [...body, ...commanded, 'not-yourself', ...placing],
  },
  {
    path: paths.audit,
    method: 'get',
    summary: 'Who did what, when, from which device, the newest first',
    query: {
      unit: aboutUnit,
      person: { about: 'Who did it', type: 'integer' },
      act: { about: 'What was done, as src/protocol/audit.ts names it', type: 'string' },
      from: { about: 'YYYY-MM-DD, the first day', type: 'string' },
      to: { about: 'YYYY-MM-DD, the last day', type: 'string' },
      before: { about: 'The `next` of the page before', type: 'integer' },
      all: { about: '1: everything at once, for a file, up to 5000 rows; noted in the log', type: 'string' },
    },
    answer: AuditPage,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.holdingBox,
    method: 'get',
    summary: 'What waits for an officer to decide, in counts, and what was decided last (rule T2)',
    query: { unit: aboutUnit },
    answer: HoldingBox,
    refusals: ['query-unreadable', 'unit-out-of-scope', 'role-too-low'],
  },
  {
    path: paths.decideHeld,
    method: 'post',
    summary: 'Accepts or refuses held work; each operation counts once, and a refusal says why (rules P3, P5, T2)',
    body: DecideQuestion,
    answer: HeldWork,
    refusals: [
      ...body,
      ...commanded,
      'decided-already',
      'held-after-gap',
      'person-needed',
      'device-of-another-person',
      'key-taken',
    ],
  },
  {
    path: paths.photos,
    method: 'post',
    summary:
      'Begins the upload of a photo (tus 1.0); Upload-Metadata holds its `name`, as src/model/photo.ts writes it',
    answer: null,
    done: 201,
    refusals: sendingPhotos,
  },
  {
    path: onePhoto,
    method: 'head',
    summary: 'How much of a photo has arrived (tus 1.0)',
    answer: null,
    refusals: [...sendingPhotos, ...examiningPhotos],
  },
  {
    path: onePhoto,
    method: 'patch',
    summary: 'The next bytes of a photo (tus 1.0); the last ones are acknowledged once it is kept (rule S1)',
    body: 'application/offset+octet-stream: bytes from Upload-Offset on',
    answer: null,
    done: 204,
    refusals: [...sendingPhotos, ...examiningPhotos],
  },
  {
    path: onePhoto,
    method: 'get',
    summary: 'A photo, for the team that took it and the officers above it',
    answer: { picture: 'image/jpeg, at most 1280 pixels on its long edge' },
    refusals: ['not-found'],
  },
  {
    path: onePhoto,
    method: 'delete',
    summary: 'Deletes a photo for good; only who took it may',
    answer: null,
    done: 204,
    refusals: ['not-found', 'role-too-low'],
  },
  ...describedOpen,
];
