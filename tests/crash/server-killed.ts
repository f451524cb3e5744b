import type { SignInAnswer } from '#protocol/sign-in.ts';
import { paths, protocolVersion } from '#protocol/version.ts';
import { checkSums } from '#server/storage/check-sums.ts';
import { invite } from '#server/storage/invitations.ts';
import { addPerson } from '#server/storage/people.ts';
import { unitsOfLevel } from '#server/storage/units.ts';
import { comparison } from '#store/comparison.ts';
import type { Seeded } from '../simulation/seeded.ts';
import { createAccount } from './account.ts';
import type { Kind } from './kind.ts';
import { killingProxy, type Blow, type KillingProxy } from './killing-proxy.ts';
import { mortalServer, type MortalServer } from './mortal-server.ts';
import { socketPhone, type SocketPhone } from './phone.ts';
import type { Storage } from './storages.ts';
import { workOn } from './work.ts';

const someBlow = ({ chance, weighted }: Seeded): Blow =>
  weighted<() => Blow>([
    [1, () => ({ at: 'request', part: chance() })],
    // A commit takes a few milliseconds; on a machine with much to do, some more.
    [2, () => ({ at: 'commit', milliseconds: 30 * chance() ** 2 })],
    [1, () => ({ at: 'reply', part: chance() })],
  ])();

const signIn = async (port: number, invitation: string): Promise<SignInAnswer> => {
  const answer = await fetch(`http://127.0.0.1:${port}${paths.signIn}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Protocol': String(protocolVersion) },
    body: JSON.stringify({ invitation }),
  });
  if (!answer.ok) throw new Error(`Nobody gets in: ${await answer.text()}`);
  return (await answer.json()) as SignInAnswer;
};

/** A look into the database, closed again: a killed server's file is opened by its successor, not by us. */
const lookInto = async <Found>(storage: Storage, look: (db: ReturnType<Storage['open']>) => Promise<Found>) => {
  const db = storage.open();
  try {
    return await look(db);
  } finally {
    await db.destroy();
  }
};

/** Four phones in two villages of one commune, signed in over the wire. */
const fourPhones = async (storage: Storage, port: number, through: number, chance: () => number) => {
  const at = Math.floor(Date.now() / 1000);
  const invitations = await lookInto(storage, async (db) => {
    const [one, other] = await unitsOfLevel(db, 'village');
    const codes: string[] = [];
    for (const unit of [one!, one!, other!, other!]) {
      const name = `Người ${codes.length + 1}`;
      codes.push(await invite(db, (await addPerson(db, { name, role: 'villageMember', unit: unit.id }, at)).id, at));
    }
    return codes;
  });
  const phones: SocketPhone[] = [];
  for (const code of invitations) phones.push(await socketPhone(through, await signIn(port, code), chance));
  return phones;
};

/** One kill: of the server, or of a process of its database, where the blow falls. Ends when both are up again. */
const killOnce = async (
  { storage, server, proxy }: { storage: Storage; server: MortalServer; proxy: KillingProxy },
  phones: readonly SocketPhone[],
  chances: Seeded,
) => {
  const processes = chances.happens(1 / 3) ? await storage.processes() : [];
  const victim = processes.length > 0 ? chances.oneOf(processes) : undefined;
  const struck = proxy.strike(someBlow(chances), () => {
    if (victim === undefined) {
      server.kill();
      proxy.leadTo(undefined);
      return 'cut';
    }
    process.kill(victim, 'SIGKILL');
    return 'carry-on';
  });
  phones.forEach((phone) => phone.wake());
  await struck;
  if (victim === undefined) proxy.leadTo(await server.start());
  await storage.recovered();
};

/**
 * The real server killed by SIGKILL at random bytes of requests and replies and around commits, while four real phones
 * send; every time started again on what it left (rules S1, P3, P6). Throws when sums are not those of the operations (S2)
 * or a phone sees a difference (P4).
 */
export const serverKilled =
  (findStorage: () => Promise<Storage>): Kind['run'] =>
  async (kills, chances, say) => {
    const storage = await findStorage();
    const server = mortalServer(storage.env);
    const proxy = await killingProxy();
    const account = createAccount();
    let phones: SocketPhone[] = [];
    try {
      const port = await server.start();
      proxy.leadTo(port);
      phones = await fourPhones(storage, port, proxy.port, chances.chance);
      const works = phones.map((phone) => workOn(phone, chances));
      for (let kill = 1; kill <= kills; kill += 1) {
        for (const work of works) await work();
        await killOnce({ storage, server, proxy }, phones, chances);
        await lookInto(storage, (db) => account.look(db, phones));
        if (kill % 50 === 0) say(`  ${kill} of ${kills} kills`);
      }
      for (const phone of phones) await phone.drained();
      return await lookInto(storage, async (db) => {
        await account.look(db, phones);
        await mustAgree(db, phones);
        return account.close(db, phones, kills);
      });
    } finally {
      for (const phone of phones) await phone.switchOff();
      await server.end();
      await proxy.close();
      await storage.remove();
    }
  };

const mustAgree = async (db: ReturnType<Storage['open']>, phones: readonly SocketPhone[]): Promise<void> => {
  const wrong = await checkSums(db);
  if (wrong.length > 0) throw new Error(`S2: sums are not those of the operations: ${JSON.stringify(wrong)}`);
  for (const phone of phones) {
    const compared = await comparison(phone.db);
    if (!compared || compared.differences.length > 0)
      throw new Error(`P4: phone ${phone.answer.device} sees a difference: ${JSON.stringify(compared)}`);
  }
};
