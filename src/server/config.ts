import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  /** The embedded database's file. */
  database: string;
  /** Where PostgreSQL is, when it is used instead. Holds a password: never shown, never logged. */
  databaseUrl: string | undefined;
  /** The folder of photos. */
  photosDir: string;
  /** Where people reach us when it is not where we listen: the reverse proxy's address. */
  publicUrl: string | undefined;
  behindTls: boolean;
  trustProxy: string | false;
  logLevel: string;
};

/** `problem` is a key of locales/{vi,en}/province/terminal.json. */
export type ConfigRead = { kind: 'config'; config: Config } | { kind: 'wrong'; problem: string; value: string };

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const truths = new Map([
  ...['', '0', 'false', 'no'].map((no) => [no, false] as const),
  ...['1', 'true', 'yes'].map((yes) => [yes, true] as const),
]);
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal'];

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const narrow = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return rest.length === 0 && narrow && (isIP(address) !== 0 || namedNetworks.includes(text));
};

const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash;
};

const isPostgresUrl = (text: string): boolean => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);

/** Reads the environment; the first wrong value is named, and nothing is guessed. README.md lists the variables. */
export const readConfig = (env: NodeJS.ProcessEnv): ConfigRead => {
  const text = (name: string, otherwise: string) => (env[name] ?? '').trim() || otherwise;
  const wrong = (problem: string, value: string): ConfigRead => ({ kind: 'wrong', problem, value });

  const port = text('PORT', '4006');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return wrong('config-port', port);
  const publicUrl = text('PUBLIC_URL', '').replace(/\/$/, '');
  if (publicUrl && !isOrigin(publicUrl)) return wrong('config-public-url', publicUrl);
  const tls = text('BEHIND_TLS', publicUrl.startsWith('https:') ? '1' : '').toLowerCase();
  const behindTls = truths.get(tls);
  if (behindTls === undefined) return wrong('config-behind-tls', tls);
  // A proxy that speaks TLS for us stands on this machine, unless somebody says where.
  const trustProxy = text('TRUST_PROXY', behindTls ? 'loopback' : '');
  if (trustProxy && !trustProxy.split(',').every((network) => isNetwork(network.trim())))
    return wrong('config-trust-proxy', trustProxy);
  const logLevel = text('LOG_LEVEL', 'info').toLowerCase();
  if (!logLevels.includes(logLevel)) return wrong('config-log-level', logLevel);

  const databaseUrl = text('DATABASE_URL', '');
  // Said without the value, which may hold a password.
  if (databaseUrl && !isPostgresUrl(databaseUrl)) return wrong('config-database-url', '');

  const dataDir = resolve(text('DATA_DIR', 'data'));
  return {
    kind: 'config',
    config: {
      port: Number(port),
      host: text('HOST', '127.0.0.1'),
      dataDir,
      database: join(dataDir, 'province.sqlite'),
      databaseUrl: databaseUrl || undefined,
      photosDir: join(dataDir, 'photos'),
      publicUrl: publicUrl || undefined,
      behindTls,
      trustProxy: trustProxy || false,
      logLevel,
    },
  };
};
