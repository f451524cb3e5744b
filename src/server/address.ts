import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

const everywhere = ['0.0.0.0', '::', ''];
const thisMachine = ['127.0.0.1', '::1', 'localhost'];

const inTheHouse = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

/** What a person types to reach us. Listening everywhere, that is this machine's address in its own network. */
export const addressOf = ({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>, port: number): string => {
  if (publicUrl) return publicUrl;
  const name = everywhere.includes(host) ? inTheHouse() : host;
  if (name === undefined || thisMachine.includes(name)) return `http://localhost:${port}`;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
