import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#model/person.ts';
import type { UnitId } from '#model/unit.ts';
import { invitationsIn, type Invitations } from './invitations.ts';
import { runProgram } from './program.ts';

export type ServerProcess = {
  url: string;
  port: number;
  /** The folder its data lie in. */
  dataDir: string;
  /** What the first start printed. */
  invitations: Invitations;
  /** The code for one more person, as `npm run people -- invite` gives it. */
  invite(role: Role, unit: UnitId, name: string): Promise<string>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  startAgain(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const started = async (child: ChildProcess): Promise<string> => {
  let said = '';
  let wrong = '';
  child.stderr!.on('data', (chunk) => (wrong = `${wrong}${chunk}`.slice(-4000)));
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk) => {
      said += chunk;
      if (/http:\/\/\S+[^]*npm run people/.test(said)) resolve(said);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened: ${wrong}`)));
  });
};

/** The real server on the real build, as `npm start` runs it, with a province of its own. `home`: where its source lies. */
export const startServer = async ({ home = '.' } = {}): Promise<ServerProcess> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'so-tay-06-'));
  const port = await freePort();
  let child: ChildProcess;
  const start = async () => {
    child = spawn(process.execPath, ['--import', 'tsx', join(home, 'src/server/main.ts')], {
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return started(child);
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  const invitations = invitationsIn(await start());
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    invitations,
    invite: async (role, unit, name) => {
      const words = ['invite', '--role', role, '--unit', unit, '--name', name];
      const { out } = await runProgram(join(home, 'src/server/cli/people.ts'), words, { DATA_DIR: dataDir });
      return /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(out)![0];
    },
    kill: () => end('SIGKILL'),
    startAgain: async () => void (await start()),
    remove: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
