import type { UnitsOffice } from '#features/handbook.tsx';
import { paths } from '#protocol/version.ts';
import { ask } from '#app/asking.ts';
import type { Credentials } from '#app/province-http.ts';
import type { Outcome } from '#sync/ports.ts';

const json = { 'Content-Type': 'application/json' };
const unreachable: Outcome<never> = { kind: 'unreachable', timedOut: false };

/** Undefined on a device that lost the network before this part of the app arrived. */
const schemas = () =>
  Promise.all([import('#protocol/read.ts'), import('#protocol/units.ts'), import('#protocol/situation.ts')]).catch(
    () => undefined,
  );
type Loaded = NonNullable<Awaited<ReturnType<typeof schemas>>>;

/** What an officer changes about units, over HTTP. */
export const unitsOffice = (credentials: Credentials): UnitsOffice => {
  const send = async <Answer>(
    path: string,
    command: unknown,
    read: (loaded: Loaded, body: unknown) => Answer | undefined,
  ): Promise<Outcome<Answer>> => {
    const loaded = await schemas();
    if (!loaded) return unreachable;
    return ask({
      path,
      method: 'POST',
      body: JSON.stringify(command),
      headers: json,
      ...(await credentials()),
      read: async (response) => read(loaded, await response.json()),
    });
  };
  const asUnit = ([{ readAs }, , { Unit }]: Loaded, body: unknown) => readAs(Unit, body);
  return {
    add: (village) => send(paths.addUnit, village, asUnit),
    rename: (change) => send(paths.renameUnit, change, asUnit),
    end: (change) => send(paths.endUnit, change, asUnit),
    importVillages: (villages) =>
      send(paths.importVillages, { villages }, ([{ readAs }, { ImportVillagesAnswer }], body) =>
        readAs(ImportVillagesAnswer, body),
      ),
    reorganise: (asked) =>
      send(paths.reorganise, asked, ([{ readAs }, { ReorganisationAnswer }], body) =>
        readAs(ReorganisationAnswer, body),
      ),
    callOff: (number) =>
      send(paths.callOffReorganisation, { number }, ([{ readAs }, { PlannedReorganisations }], body) =>
        readAs(PlannedReorganisations, body),
      ),
  };
};
