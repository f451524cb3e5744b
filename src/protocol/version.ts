/** Raised when a phone and a province of neighbouring versions could misread each other; added fields do not raise it. */
export const protocolVersion = 1;
/** The province understands its own version and the one before, for at least 60 days after an update. */
export const oldestProtocolVersion = 1;

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
  entries: '/api/entries',
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
