import type { Outcome, Province } from '#sync/ports.ts';
import { paths, protocolVersion } from '#protocol/version.ts';
import { ask } from '#app/asking.ts';

/** Whose requests these are, as of now: the token changes when a person signs in again. */
export type Credentials = () => Promise<{ token: string | undefined; language: string }>;

const unreachable: Outcome<never> = { kind: 'unreachable', timedOut: false };

/**
 * The province over HTTP. Codec and schemas are fetched with the first request and not with the first screen; a phone
 * that has no network yet and no copy of them simply did not reach the province.
 */
export const createProvince = (credentials: Credentials): Province => ({
  async push(batch) {
    const [codec, receipts, schemas] = await Promise.all([
      import('#protocol/push.ts'),
      import('#protocol/receipt.ts'),
      import('#protocol/read.ts'),
    ]);
    return ask({
      path: paths.push,
      method: 'POST',
      body: await codec.encodePush({ version: protocolVersion, ...batch }),
      headers: { 'Content-Type': 'application/cbor', 'Content-Encoding': 'gzip' },
      ...(await credentials()),
      read: async (response) => schemas.readAs(receipts.Receipt, await response.json()),
    });
  },

  async pull(question) {
    const { pullQuery, decodePullPage } = await import('#protocol/pull.ts');
    return ask({
      path: `${paths.pull}?${pullQuery(question)}`,
      ...(await credentials()),
      read: async (response) => decodePullPage(new Uint8Array(await response.arrayBuffer())),
    });
  },

  async view(name) {
    const [{ schemaOfView }, schemas] = await Promise.all([
      import('#app/view-schemas.ts'),
      import('#protocol/read.ts'),
    ]);
    const schema = schemaOfView(name);
    if (!schema) return unreachable;
    return ask<unknown>({
      path: name,
      ...(await credentials()),
      read: async (response) => schemas.readAs(schema, await response.json()),
    });
  },

  async deliver(bundle) {
    const [{ BundleAnswer }, schemas] = await Promise.all([import('#protocol/bundle.ts'), import('#protocol/read.ts')]);
    return ask({
      path: paths.bundle,
      method: 'POST',
      body: bundle,
      headers: { 'Content-Type': 'text/plain' },
      ...(await credentials()),
      read: async (response) => schemas.readAs(BundleAnswer, await response.json()),
    });
  },

  async registerKey(key) {
    const [{ KeyAnswer }, schemas] = await Promise.all([import('#protocol/sign-in.ts'), import('#protocol/read.ts')]);
    return ask({
      path: paths.key,
      method: 'POST',
      body: JSON.stringify({ key }),
      headers: { 'Content-Type': 'application/json' },
      ...(await credentials()),
      read: async (response) => schemas.readAs(KeyAnswer, await response.json()),
    });
  },
});
