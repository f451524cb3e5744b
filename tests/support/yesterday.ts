import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';

const unpacked = (name: 'client' | 'province'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-06-yesterday-'));
  execFileSync('tar', ['-xzf', resolve(`tests/journeys/yesterday/${name}.tar.gz`), '-C', folder]);
  return folder;
};

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** An address at which yesterday's app is served, with today's province behind it, until the province updates its app too. */
export type YesterdaysApp = { port: number; url: string; update(): void; remove(): Promise<void> };

export const yesterdaysAppBefore = async (province: { port: number }): Promise<YesterdaysApp> => {
  const folder = unpacked('client');
  let updated = false;

  const passOn = (from: IncomingMessage, to: ServerResponse) => {
    const { method, url, headers } = from;
    const asked = request({ host: '127.0.0.1', port: province.port, method, path: url, headers }, (answer) => {
      to.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(to);
    });
    asked.on('error', () => to.destroy());
    to.on('close', () => asked.destroy());
    from.pipe(asked);
  };
  const serve = (path: string, to: ServerResponse) => {
    const isPlace = extname(path) === '';
    const file = join(folder, 'dist', isPlace ? 'index.html' : path);
    to.setHeader('Content-Type', kinds[extname(file)] ?? 'application/octet-stream');
    to.setHeader('Cache-Control', 'no-cache');
    // Fonts and pictures were not packed: the service worker wants an answer, nobody looks at it.
    to.end(existsSync(file) ? readFileSync(file) : '');
  };
  const server = createServer((from, to) => {
    const path = from.url!.split('?')[0]!;
    if (updated || path.startsWith('/api/')) passOn(from, to);
    else serve(path, to);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://localhost:${port}`,
    update: () => void (updated = true),
    remove: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A folder in which yesterday's province can be started; the app it serves is today's. */
export const yesterdaysProvince = (): { home: string; remove(): void } => {
  const home = unpacked('province');
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'));
  symlinkSync(resolve('dist'), join(home, 'dist'));
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
};
