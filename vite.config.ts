import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
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

type Bundle = Parameters<NonNullable<Extract<Plugin['generateBundle'], (...never: never) => unknown>>>[1];

/** Every file that the app can come to need from these on, code and looks, not going through `shut`. */
const reached = (bundle: Bundle, from: string[], shut?: string): Set<string> => {
  const files = new Set<string>();
  const look = (file: string) => {
    const one = bundle[file];
    if (file === shut || files.has(file)) return;
    files.add(file);
    if (one?.type !== 'chunk') return;
    one.viteMetadata?.importedCss.forEach((css) => files.add(css));
    [...one.imports, ...one.dynamicImports].forEach(look);
  };
  from.forEach(look);
  return files;
};

/** A village's phone does not pay for what only officers open: these files are kept by officers' devices alone. */
const officersFiles = new Set<string>();
const toldApart: Plugin = {
  name: 'officers-files-told-apart',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const door = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/app/OfficerPlaces.tsx'))?.fileName;
    if (door === undefined) return;
    const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
    const teams = reached(bundle, entries, door);
    for (const file of reached(bundle, [door])) if (!teams.has(file)) officersFiles.add(file);
  },
};

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
    manifestTransforms: [
      async (entries) => ({
        manifest: entries.map((entry) => (officersFiles.has(entry.url) ? { ...entry, officers: true } : entry)),
      }),
    ],
  },
});

/** write-excel-file packs what is large in workers made of blobs, which the content policy forbids: it packs in place. */
const packsInPlace: Plugin = {
  name: 'packs-in-place',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'fflate' && importer?.includes('/write-excel-file/') ? '\0packs-in-place' : undefined,
  load: (id) =>
    id === '\0packs-in-place'
      ? `import { zipSync } from 'fflate';
         export * from 'fflate';
         export const zip = (files, done) => done(null, zipSync(files));`
      : undefined,
};

export default defineConfig({
  plugins: [react(), toldApart, serviceWorker, packsInPlace],
  build: { target, outDir: 'dist' },
  test: {
    // Left alone, one core of two would rest.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // One of these plants a trespasser in the tree that the others read.
        test: { name: 'architecture', environment: 'node', include: ['tests/*.test.ts'], fileParallelism: false },
      },
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
