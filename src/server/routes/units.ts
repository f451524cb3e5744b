import type { FastifyInstance } from 'fastify';
import { readAs, type ReadAs, type Readable } from '#protocol/read.ts';
import {
  AddUnitCommand,
  CallOffCommand,
  EndUnitCommand,
  ImportVillagesCommand,
  RenameUnitCommand,
  ReorganisationCommand,
  UnitsQuestion,
} from '#protocol/units.ts';
import { paths } from '#protocol/version.ts';
import { sendCompressed } from '../compressed.ts';
import type { Caller, Province } from '../province.ts';
import { Refused } from '../refusing.ts';
import { addUnit, endUnit, importVillagesFor, renameUnit } from '../storage/change-units.ts';
import { callOff, reorganise } from '../storage/reorganisations.ts';
import { unitProfileFor } from '../storage/unit-profile.ts';
import { unitsFor } from '../storage/unit-tree.ts';

/** Bytes: a file of ten thousand villages, and the names of all villages and people of a commune that is split. */
const longLists = 4 * 1024 * 1024;

/**
 * GET: the units of an area with what they were called before, and one of them on a page. POST: villages added, renamed,
 * ended and taken from a file; units merged and split on a day.
 */
export const unitsRoute = (app: FastifyInstance, province: Province): void => {
  const answering = (path: string, page: typeof unitsFor | typeof unitProfileFor) =>
    app.get(path, async (request, reply) => {
      const question = readAs(UnitsQuestion, request.query);
      if (!question) throw new Refused('query-unreadable');
      const answer = await page(province, request.caller, question);
      return sendCompressed(request, reply, Buffer.from(JSON.stringify(answer)), 'application/json; charset=utf-8');
    });
  answering(paths.units, unitsFor);
  answering(paths.unitProfile, unitProfileFor);

  const doing = <S extends Readable>(
    path: string,
    schema: S,
    act: (officer: Caller, command: ReadAs<S>) => Promise<object>,
  ) =>
    app.post(path, { bodyLimit: longLists }, async (request) => {
      const command = readAs(schema, request.body);
      if (command === undefined) throw new Refused('body-unreadable');
      return act(request.caller, command);
    });
  doing(paths.addUnit, AddUnitCommand, (officer, command) => addUnit(province, officer, command));
  doing(paths.renameUnit, RenameUnitCommand, (officer, command) => renameUnit(province, officer, command));
  doing(paths.endUnit, EndUnitCommand, (officer, command) => endUnit(province, officer, command));
  doing(paths.importVillages, ImportVillagesCommand, (officer, { villages }) =>
    importVillagesFor(province, officer, villages),
  );
  doing(paths.reorganise, ReorganisationCommand, (officer, command) => reorganise(province, officer, command));
  doing(paths.callOffReorganisation, CallOffCommand, (officer, { number }) => callOff(province, officer, number));
};
