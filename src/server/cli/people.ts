import { dayInVietnam } from '#model/day.ts';
import { levelOfRole, roles, tidyName, type Person, type Role } from '#model/person.ts';
import { existsOn } from '#model/unit.ts';
import { addressOf } from '../address.ts';
import { invitationCard, placeInWords } from '../invitation-card.ts';
import { deviceByNumber, revokeDevice } from '../storage/devices.ts';
import { noteAct } from '../storage/audit.ts';
import { invite } from '../storage/invitations.ts';
import { addPerson, disablePerson, listPeople, personById } from '../storage/people.ts';
import { unitAndAbove } from '../storage/units.ts';
import { GiveUp, runProgram, withProvince, type Terminal } from './at-the-terminal.ts';

type Wish = { unit?: string; role?: string; name?: string; person?: string; address?: string };

const seconds = () => Math.floor(Date.now() / 1000);
const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

const numberIn = ({ words }: Terminal, text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new GiveUp(words('number-wrong', { value: text }), 2);
  return Number(text);
};

const knownPerson = async (terminal: Terminal, text: string): Promise<Person> => {
  const number = numberIn(terminal, text);
  const person = await personById(terminal.db, number);
  if (!person || person.disabled) throw new GiveUp(terminal.words('person-unknown', { person: number }));
  return person;
};

/** Checks all that can be wrong before anybody is added. */
const newPerson = async ({ db, words }: Terminal, wish: Wish): Promise<Person> => {
  const { unit: code, role } = wish;
  if (code === undefined || role === undefined || wish.name === undefined) throw new GiveUp(words('invite-needs'), 2);
  if (!isRole(role)) throw new GiveUp(words('role-unknown', { role, roles: roles.join(', ') }), 2);
  const name = tidyName(wish.name);
  if (name === undefined) throw new GiveUp(words('name-wrong'), 2);
  const [unit] = await unitAndAbove(db, code);
  if (!unit) throw new GiveUp(words('unit-unknown', { code }));
  if (!existsOn(unit, dayInVietnam(Date.now()))) throw new GiveUp(words('unit-ended', { name: unit.name }));
  if (unit.level !== levelOfRole[role])
    throw new GiveUp(words('unit-not-for-role', { level: words(`level-${levelOfRole[role]}`), name: unit.name }));
  return addPerson(db, { name, role, unit: unit.id }, seconds());
};

const inviteSomebody = async (terminal: Terminal, wish: Wish): Promise<void> => {
  const { db, words, config, say } = terminal;
  const person = wish.person === undefined ? await newPerson(terminal, wish) : await knownPerson(terminal, wish.person);
  const code = await invite(db, person.id, seconds());
  const { id: subject, unit, role } = person;
  await noteAct(db, null, { act: 'person.invited', unit, subject, params: { role } }, seconds());
  const units = await unitAndAbove(db, person.unit);
  const address = wish.address?.replace(/\/$/, '') ?? addressOf(config, config.port);
  say(invitationCard(words, { name: person.name, role: person.role, units, code, address }));
};

const list = async ({ db, words, say }: Terminal): Promise<void> => {
  for (const { id, name, role, unit, disabled, devices } of await listPeople(db)) {
    const place = placeInWords(words, await unitAndAbove(db, unit));
    const params = { id, name, role: words(`role-${role}`), unit: place };
    say(
      disabled
        ? words('person-line-disabled', params)
        : words('person-line', { ...params, devices: devices.join(', ') || words('no-devices') }),
    );
  }
};

const revoke = async (terminal: Terminal, text: string): Promise<void> => {
  const device = numberIn(terminal, text);
  const owner = await deviceByNumber(terminal.db, device);
  if (!owner || !(await revokeDevice(terminal.db, device, seconds())))
    throw new GiveUp(terminal.words('device-unknown', { device }));
  const { unit } = owner.caller.person;
  await noteAct(terminal.db, null, { act: 'device.revoked', unit, subject: device }, seconds());
  terminal.say(terminal.words('device-revoked', { device }));
};

const disable = async (terminal: Terminal, text: string): Promise<void> => {
  const person = numberIn(terminal, text);
  const known = await personById(terminal.db, person);
  if (!known || !(await disablePerson(terminal.db, person, seconds())))
    throw new GiveUp(terminal.words('person-unknown', { person }));
  await noteAct(terminal.db, null, { act: 'person.disabled', unit: known.unit, subject: person }, seconds());
  terminal.say(terminal.words('person-disabled', { person }));
};

await runProgram((program, words) => {
  program.name('npm run people --').description(words('people-about'));
  program
    .command('invite')
    .description(words('people-invite-about'))
    .option('--unit <code>', words('option-unit'))
    .option('--role <role>', words('option-role', { roles: roles.join(', ') }))
    .option('--name <name>', words('option-name'))
    .option('--person <number>', words('option-person'))
    .option('--address <address>', words('option-address'))
    .action((wish: Wish) => withProvince(words, (terminal) => inviteSomebody(terminal, wish)));
  program
    .command('list')
    .description(words('people-list-about'))
    .action(() => withProvince(words, list));
  program
    .command('revoke')
    .description(words('people-revoke-about'))
    .requiredOption('--device <number>', words('option-device'))
    .action(({ device }: { device: string }) => withProvince(words, (terminal) => revoke(terminal, device)));
  program
    .command('disable')
    .description(words('people-disable-about'))
    .requiredOption('--person <number>', words('option-person'))
    .action(({ person }: { person: string }) => withProvince(words, (terminal) => disable(terminal, person)));
});
