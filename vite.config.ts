import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

/** One suite a room; the browser and the simulation come last and alone, because they want the whole machine. */
const suite = (name: string, environment: 'node' | 'jsdom', more: object = {}) => ({
  extends: true as const,
  test: {
    name,
    environment,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...more,
  },
});

/** Where phones are tested, their storage has to be there before anything else. */
const onPhones = { setupFiles: ['tests/support/indexed-db.ts'] };

/** Chrome 90: the oldest browser met on the phones of the villages. */
const target = 'chrome90';

/** The service worker is ours; the plugin only bundles it and tells it what the build holds. */
const serviceWorker = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/app',
  filename: 'sw.ts',
  injectRegister: false,
  manifest: false,
  injectManifest: {
    target,
    rollupFormat: 'iife',
    globPatterns: ['**/*.{html,js,css,woff2,webmanifest}', 'icons/icon-*.png', 'icons/icon.svg', 'licenses.txt'],
  },
});

export default defineConfig({
  plugins: [react(), serviceWorker],
  build: { target, outDir: 'dist' },
  test: {
    projects: [
      { extends: true, test: { name: 'architecture', environment: 'node', include: ['tests/*.test.ts'] } },
      suite('model', 'node'),
      suite('protocol', 'node'),
      suite('sync', 'node', onPhones),
      suite('store', 'node', onPhones),
      suite('server', 'node', { globalSetup: ['tests/support/postgres-for-the-run.ts'] }),
      suite('features', 'jsdom', onPhones),
      suite('simulation', 'node', {
        ...onPhones,
        testTimeout: 300_000,
        sequence: { groupOrder: 1 },
        // A thousand histories leave much behind that is young: an eighth of the time goes into collecting it otherwise.
        execArgv: ['--max-semi-space-size=64'],
      }),
      suite('crash', 'node', { ...onPhones, testTimeout: 300_000, sequence: { groupOrder: 1 } }),
      suite('journeys', 'node', {
        testTimeout: 180_000,
        hookTimeout: 300_000,
        fileParallelism: false,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
});
