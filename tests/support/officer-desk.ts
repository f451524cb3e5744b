import type { HeldWork, HoldingBox } from '#protocol/holding-box.ts';
import type { DevicesPage } from '#protocol/devices.ts';
import { paths } from '#protocol/version.ts';
import type { Operation } from '#model/operation.ts';
import { encodePush } from '#protocol/push.ts';
import { protocolVersion } from '#protocol/version.ts';
import type { Phone, TestProvince } from './province.ts';

/** What somebody signed in asks the province over HTTP, and how it was answered. */
export const desk = (province: TestProvince, who: Phone) => {
  const headers = { authorization: `Bearer ${who.token}` };
  const get = async (url: string) => (await province.app()).inject({ url, headers });
  const post = async (url: string, payload: object) =>
    (await province.app()).inject({ method: 'POST', url, payload, headers });
  const page = async <Body>(url: string) => (await get(url)).json() as Body;
  return {
    get,
    post,
    box: (unit?: string) => page<HoldingBox>(`${paths.holdingBox}${unit ? `?unit=${unit}` : ''}`),
    devices: (unit?: string) => page<DevicesPage>(`${paths.devices}${unit ? `?unit=${unit}` : ''}`),
    accept: async (id: string, person?: number) =>
      (await post(paths.decideHeld, { id, decision: 'accept', person })).json() as HeldWork & { code?: string },
    refuse: async (id: string, reason: string) =>
      (await post(paths.decideHeld, { id, decision: 'refuse', reason })).json() as HeldWork & { code?: string },
    /** Hands a bundle in for somebody else. */
    deliver: async (text: string) => {
      const app = await province.app();
      const carried = { ...headers, 'content-type': 'text/plain' };
      return app.inject({ method: 'POST', url: paths.bundle, payload: text, headers: carried });
    },
    /** Over the network, as the phone's own app does. */
    push: async (operations: Operation[], waiting = operations.length) => {
      const body = await encodePush({ version: protocolVersion, device: who.device, waiting, operations });
      const app = await province.app();
      return app.inject({
        method: 'POST',
        url: paths.push,
        payload: Buffer.from(body),
        headers: { ...headers, 'content-type': 'application/cbor', 'content-encoding': 'gzip' },
      });
    },
  };
};

/** What the province counted of a measure in a unit, over all periods. */
export const counted = async ({ db }: TestProvince, unit: string, measure: string): Promise<number> => {
  const rows = await db
    .selectFrom('rollup')
    .select('total')
    .where('unit_id', '=', unit)
    .where('measure', '=', measure)
    .execute();
  return rows.reduce((sum, { total }) => sum + Number(total), 0);
};
