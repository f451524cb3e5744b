import type { LockCommand, Office } from '#features/handbook.tsx';
import type { ReportCommandName } from '#protocol/report.ts';
import type { PersonWithDevices } from '#protocol/devices.ts';
import { paths } from '#protocol/version.ts';
import { ask } from '#app/asking.ts';
import { unitsOffice } from '#app/units-office.ts';
import { createAccess } from '#app/office-access.ts';
import type { Credentials } from '#app/province-http.ts';
import type { Outcome } from '#sync/ports.ts';

const json = { 'Content-Type': 'application/json' };
const unreachable: Outcome<never> = { kind: 'unreachable', timedOut: false };

const pathOf: Record<LockCommand['act'], string> = {
  revoke: paths.revokeDevice,
  restore: paths.restoreDevice,
  disable: paths.disablePerson,
  enable: paths.enablePerson,
};

const pathOfReport: Record<ReportCommandName, string> = {
  close: paths.closeReport,
  return: paths.returnReport,
  submit: paths.submitReport,
  amend: paths.amendReport,
  consolidate: paths.consolidateReport,
  sent: paths.sendReport,
};

/** Undefined on a device that lost the network before this part of the app arrived. */
const schemas = () =>
  Promise.all([
    import('#protocol/read.ts'),
    import('#protocol/devices.ts'),
    import('#protocol/holding-box.ts'),
    import('#protocol/situation.ts'),
    import('#protocol/report.ts'),
    import('#protocol/people.ts'),
    import('#protocol/audit.ts'),
  ]).catch(() => undefined);

/** A command that is answered with the person as they then stand. */
const aboutPerson = async (
  credentials: Credentials,
  path: string,
  command: object,
): Promise<Outcome<PersonWithDevices>> => {
  const loaded = await schemas();
  if (!loaded) return unreachable;
  const [{ readAs }, { PersonWithDevices: Person }] = loaded;
  return ask({
    path,
    method: 'POST',
    body: JSON.stringify(command),
    headers: json,
    ...(await credentials()),
    read: async (response) => readAs(Person, await response.json()),
  });
};

/** An officer's commands, over HTTP: each is answered before the screen says it is done. Photos are looked at, never kept. */
export const createOffice = (credentials: Credentials): Office => ({
  lock: ({ act, ...whom }) => aboutPerson(credentials, pathOf[act], whom),

  async invite(command) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, , , , , { MadeInvitation }] = loaded;
    return ask({
      path: paths.invitePerson,
      method: 'POST',
      body: JSON.stringify(command),
      headers: json,
      ...(await credentials()),
      read: async (response) => readAs(MadeInvitation, await response.json()),
    });
  },

  withdrawInvitation: (person) => aboutPerson(credentials, paths.withdrawInvitation, { person }),
  changePerson: (command) => aboutPerson(credentials, paths.changePerson, command),

  async wholeLog(address) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, , , , , , { AuditPage }] = loaded;
    return ask({
      path: `${address}&all=1`,
      ...(await credentials()),
      read: async (response) => readAs(AuditPage, await response.json()),
    });
  },

  async decide(question) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, , { HeldWork }] = loaded;
    return ask({
      path: paths.decideHeld,
      method: 'POST',
      body: JSON.stringify(question),
      headers: json,
      ...(await credentials()),
      read: async (response) => readAs(HeldWork, await response.json()),
    });
  },

  async changeSettings(change) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, , , { Settings }] = loaded;
    return ask({
      path: paths.settings,
      method: 'POST',
      body: JSON.stringify(change),
      headers: json,
      ...(await credentials()),
      read: async (response) => readAs(Settings, await response.json()),
    });
  },

  async report({ command, ...said }) {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    const [{ readAs }, , , , { ReportPage }] = loaded;
    return ask({
      path: pathOfReport[command],
      method: 'POST',
      body: JSON.stringify(said),
      headers: json,
      ...(await credentials()),
      read: async (response) => readAs(ReportPage, await response.json()),
    });
  },

  units: unitsOffice(credentials),
  access: createAccess(credentials),

  photo: async (name) =>
    ask({
      path: `${paths.photos}/${name}`,
      ...(await credentials()),
      read: async (response) =>
        response.headers.get('Content-Type') === 'image/jpeg' ? await response.blob() : undefined,
    }),
});
