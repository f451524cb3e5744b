/**
 * Everything that is written into the province's log of acts. What each is called stands under the same name in
 * locales/{vi,en}/audit.json.
 */
export const acts = [
  'device.signed-in',
  'device.signed-out',
  'device.revoked',
  'device.restored',
  'person.invited',
  'person.changed',
  'person.moved',
  'person.disabled',
  'person.enabled',
  'held.accepted',
  'held.refused',
  'settings.changed',
  'entries.read',
  'photo.read',
  'photo.deleted',
  'report.closed',
  'report.returned',
  'report.submitted',
  'report.amended',
  'report.consolidated',
  'report.sent',
  'unit.added',
  'unit.changed',
  'unit.merged',
  'unit.split',
  'boundaries.loaded',
  'figures.imported',
  'import.undone',
  'token.made',
  'token.revoked',
  'audit.exported',
] as const;
export type Act = (typeof acts)[number];
