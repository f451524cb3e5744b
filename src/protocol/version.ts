/** Raised when a phone and a province of neighbouring versions could misread each other; added fields do not raise it. */
export const protocolVersion = 1;
/** The province understands its own version and the one before, for at least 60 days after an update. */
export const oldestProtocolVersion = 1;

/** The versions a province answers, both included. A phone says its own in the header X-Protocol and in every batch. */
export type Understood = { oldest: number; newest: number };
export const understood: Understood = { oldest: oldestProtocolVersion, newest: protocolVersion };

/**
 * Why a phone of this version is not answered, if so. One too old waits for its person to update it; one too new tries
 * again by itself until the province is updated. Either keeps what it has (rule L4).
 */
export const notUnderstood = (
  version: number,
  { oldest, newest }: Understood,
):
  | { code: 'app-too-old'; params: { oldest: number } }
  | { code: 'province-too-old'; params: { newest: number } }
  | null => {
  if (version < oldest) return { code: 'app-too-old', params: { oldest } };
  return version > newest ? { code: 'province-too-old', params: { newest } } : null;
};

export const paths = {
  health: '/api/health',
  openapi: '/api/openapi.json',
  invitation: '/api/invitation',
  signIn: '/api/sign-in',
  signOut: '/api/sign-out',
  key: '/api/key',
  push: '/api/push',
  bundle: '/api/bundle',
  pull: '/api/pull',
  figures: '/api/figures',
  dashboard: '/api/dashboard',
  pivot: '/api/pivot',
  changes: '/api/changes',
  entries: '/api/entries',
  boundaries: '/api/boundaries',
  records: '/api/records',
  report: '/api/report',
  closeReport: '/api/report/close',
  returnReport: '/api/report/return',
  submitReport: '/api/report/submit',
  amendReport: '/api/report/amend',
  consolidateReport: '/api/report/consolidate',
  sendReport: '/api/report/sent',
  settings: '/api/settings',
  units: '/api/units',
  unitProfile: '/api/units/profile',
  addUnit: '/api/units/add',
  renameUnit: '/api/units/rename',
  endUnit: '/api/units/end',
  importVillages: '/api/units/import',
  reorganise: '/api/units/reorganise',
  callOffReorganisation: '/api/units/reorganise/call-off',
  calendar: '/api/calendar.ics',
  devices: '/api/devices',
  revokeDevice: '/api/devices/revoke',
  restoreDevice: '/api/devices/restore',
  disablePerson: '/api/people/disable',
  enablePerson: '/api/people/enable',
  invitePerson: '/api/people/invite',
  withdrawInvitation: '/api/people/withdraw-invitation',
  changePerson: '/api/people/change',
  audit: '/api/audit',
  holdingBox: '/api/holding-box',
  decideHeld: '/api/holding-box/decide',
  photos: '/api/photos',
  tokens: '/api/tokens',
  revokeToken: '/api/tokens/revoke',
  openUnits: '/api/v1/units',
  openPeriods: '/api/v1/periods',
  openFigures: '/api/v1/figures',
  openTargets: '/api/v1/targets',
  openReports: '/api/v1/reports',
} as const;

/** Limits the phone keeps to and the province holds it to. */
export const limits = {
  operationsPerPush: 5000,
  pushBytesCompressed: 512 * 1024,
  pushBytesDecoded: 4 * 1024 * 1024,
  operationsPerPull: 5000,
  /** Of a bundle as text: a push of the largest size, signed and sealed, fits. */
  bundleCharacters: 1024 * 1024,
} as const;
