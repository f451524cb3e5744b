import { DeviceCommand, DevicesPage, PersonCommand, PersonWithDevices } from '#protocol/devices.ts';
import { DecideQuestion, HeldWork, HoldingBox } from '#protocol/holding-box.ts';
import { ChangeCommand, InviteCommand, MadeInvitation } from '#protocol/people.ts';
import type { RequestRefusalCode } from '#protocol/refusals.ts';
import { paths } from '#protocol/version.ts';
import type { Described, Schema } from './description.ts';
import { aboutUnit, body, commanded } from './asked.ts';

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

const placing: RequestRefusalCode[] = ['unit-not-for-role', 'unit-ended', 'name-unusable'];

/** People, their devices, and what was held for an officer to decide. */
export const describedPeople: Described[] = [
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
];
