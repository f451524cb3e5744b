import { spawn, type ChildProcess } from 'node:child_process';

export type Ended = { code: number | null; out: string; err: string };
export type Running = {
  process: ChildProcess;
  out(): string;
  err(): string;
  said(what: RegExp): Promise<string>;
  ended: Promise<Ended>;
};

/** Starts one of the province's own programs as a person at a terminal would, in English, with this environment. */
export const startProgram = (file: string, parameters: string[], env: Record<string, string>): Running => {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...parameters], {
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  const said = (what: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => what.test(out) && resolve(out);
      child.stdout.on('data', look);
      look();
      void ended.then(() => reject(new Error(`Ended before it said ${what}: ${out}${err}`)));
    });
  return { process: child, out: () => out, err: () => err, said, ended };
};

export const runProgram = (file: string, parameters: string[], env: Record<string, string>): Promise<Ended> =>
  startProgram(file, parameters, env).ended;
