import * as v from 'valibot';
import type { RequestRefusalCode } from '#protocol/refusals.ts';
import {
  InvitationAnswer,
  InvitationQuestion,
  KeyAnswer,
  KeyQuestion,
  SignInAnswer,
  SignInQuestion,
} from '#protocol/sign-in.ts';
import { paths } from '#protocol/version.ts';
import type { Described } from './description.ts';
import { body } from './asked.ts';

const Health = v.object({
  status: v.picklist(['ready', 'not-set-up']),
  version: v.string(),
  protocol: v.number(),
  migration: v.nullable(v.string()),
});

const invited: RequestRefusalCode[] = [
  'invitation-unknown',
  'invitation-used',
  'invitation-expired',
  'too-many-attempts',
  'person-disabled',
];

/** What stands open to everybody, signing in and out, and the key of a device. */
export const describedEntrance: Described[] = [
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
];
