import type { FastifyInstance } from 'fastify';
import { PersonCommand } from '#protocol/devices.ts';
import { ChangeCommand, InviteCommand } from '#protocol/people.ts';
import { readAs } from '#protocol/read.ts';
import { paths } from '#protocol/version.ts';
import type { Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import {
  actOnPerson,
  changePerson,
  invitePerson,
  withdrawInvitation,
  type PersonAct,
} from '../storage/manage-people.ts';

/** POST: what an officer does about people: invites, changes, moves, stops them and lets them in again (rules T2, T4). */
export const peopleRoute = (app: FastifyInstance, province: Province): void => {
  app.post(paths.invitePerson, async (request, reply) => {
    const command = readAs(InviteCommand, request.body);
    if (!command) throw new Refused('body-unreadable');
    reply.header('Cache-Control', 'no-store');
    return invitePerson(province, request.caller, command);
  });
  app.post(paths.changePerson, async (request) => {
    const command = readAs(ChangeCommand, request.body);
    if (!command) throw new Refused('body-unreadable');
    return changePerson(province, request.caller, command);
  });
  app.post(paths.withdrawInvitation, async (request) => {
    const command = readAs(PersonCommand, request.body);
    if (!command) throw new Refused('body-unreadable');
    return withdrawInvitation(province, request.caller, command.person);
  });

  const onPerson = (path: string, act: PersonAct) =>
    app.post(path, async (request) => {
      const command = readAs(PersonCommand, request.body);
      if (!command) throw new Refused('body-unreadable');
      return actOnPerson(province, request.caller, act, command.person);
    });
  onPerson(paths.disablePerson, 'disable');
  onPerson(paths.enablePerson, 'enable');
};
