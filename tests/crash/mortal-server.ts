import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The province's own program, in a process that can be killed, and the next one standing by. */
export type MortalServer = {
  /** What it said when it first listened: the invitations. */
  start(): Promise<number>;
  /** At once: SIGKILL. */
  kill(): void;
  end(): Promise<void>;
};

const standby = 'tests/crash/standby.ts';

export const mortalServer = (env: Record<string, string>): MortalServer => {
  const spare = () =>
    spawn(process.execPath, ['--import', 'tsx', standby], {
      env: { PATH: process.env['PATH'], LANG: 'en', LOG_LEVEL: 'silent', PORT: '0', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  const listening = (child: ChildProcess): Promise<number> =>
    new Promise((resolve, reject) => {
      let [out, err] = ['', ''];
      child.stderr!.on('data', (chunk) => (err = `${err}${chunk}`.slice(-4000)));
      child.stdout!.on('data', (chunk) => {
        out += chunk;
        const port = /open at http:\/\/localhost:(\d+)/.exec(out)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
      child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened: ${err}`)));
    });

  let next = spare();
  let running: ChildProcess | undefined;
  return {
    start: async () => {
      running = next;
      const port = listening(running);
      running.stdin!.write('\n');
      next = spare();
      return port;
    },
    kill: () => void running?.kill('SIGKILL'),
    end: async () => {
      for (const child of [running, next])
        if (child && child.exitCode === null && child.signalCode === null) {
          const over = once(child, 'exit');
          child.kill('SIGKILL');
          await over;
        }
    },
  };
};
