import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cruise, type IForbiddenRuleType, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Which room may know which: the table in README.md, as rules. */
const mayKnow: Record<string, string[]> = {
  model: [],
  protocol: ['model'],
  sync: ['model', 'protocol'],
  store: ['model', 'protocol', 'sync/ports'],
  ui: [],
  server: ['model', 'protocol'],
};

const rooms = Object.entries(mayKnow).map(([room, known]): IForbiddenRuleType => ({
  name: `${room} knows only ${['itself', ...known].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...known].map((name) => `^src/${name}(/|\\.)`) },
}));

const homes: [libraries: string, homes: string][] = [
  ['dexie', 'src/store/'],
  ['react|react-dom|react-router|react-i18next|lucide-react', 'src/(app|features|ui|main)'],
  ['dexie-react-hooks', 'src/features/handbook\\.tsx'],
  ['valibot|@valibot/[^/]+', 'src/(model|protocol)/|src/server/routes/openapi'],
  ['cborg', 'src/protocol/'],
  ['qr', 'src/(ui|server)/'],
  ['jose', 'src/(sync/bundle|server/)'],
  ['fastify|@fastify/[^/]+|kysely|libsql|pg|rate-limiter-flexible|csv-parse|commander', 'src/server/'],
  ['workbox-[^/]+', 'src/app/'],
  ['@tus/[^/]+', 'src/server/'],
  ['tus-js-client', 'src/app/'],
  ['docx|write-excel-file|read-excel-file', 'src/features/'],
  ['d3-[^/]+', 'src/(features|ui)/'],
];

const librariesAtHome = homes.map(([libraries, home]): IForbiddenRuleType => ({
  name: `${libraries} only in ${home}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^${home}` },
  to: { path: `node_modules/(${libraries})/` },
}));

const forbidden: IForbiddenRuleType[] = [
  ...rooms,
  ...librariesAtHome,
  {
    name: 'a place knows model, store and ui, what all places share, and no other place',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/' },
    to: { path: '^src/', pathNot: ['^src/features/$1/', '^src/(model|store|ui)/', '^src/features/[^/]+$'] },
  },
  {
    name: 'what all places share knows model, store and ui, and no place',
    severity: 'error',
    from: { path: '^src/features/[^/]+$', pathNot: 'handbook\\.tsx$' },
    to: { path: '^src/', pathNot: ['^src/features/[^/]+$', '^src/(model|store|ui)/'] },
  },
  {
    name: 'the hands know the store, and types of what the gate answers',
    severity: 'error',
    from: { path: '^src/features/handbook\\.tsx$' },
    to: { path: '^src/', pathNot: '^src/store/', dependencyTypesNot: ['type-only'] },
  },
  { name: 'no cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  {
    name: 'the device has no Node',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/server/' },
    to: { dependencyTypes: ['core'] },
  },
  { name: 'every import is found', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
];

const look = async (folder: string): Promise<ICruiseResult> => {
  const { output } = await cruise(
    [folder],
    {
      ruleSet: { forbidden },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
    },
    undefined,
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  return output as ICruiseResult;
};

const sentences = (result: ICruiseResult) =>
  result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

// A room of trespassers, so that the rules are seen to catch what they forbid.
const trespass = 'src/model/trespass-for-architecture-test';
beforeAll(() => {
  mkdirSync(trespass, { recursive: true });
  writeFileSync(
    `${trespass}/trespasser.ts`,
    "import '#store/database.ts';\nimport 'dexie';\nimport 'react';\nimport 'node:fs';\nimport './other.ts';\n",
  );
  writeFileSync(`${trespass}/other.ts`, "import './trespasser.ts';\n");
});
afterAll(() => rmSync(trespass, { recursive: true, force: true }));

test('rooms, libraries and cycles: what is forbidden is caught, and nothing else of ours does it', async () => {
  const found = sentences(await look('src'));
  const [caught, ours] = [
    found.filter((sentence) => sentence.includes(trespass)),
    found.filter((sentence) => !sentence.includes(trespass)),
  ];
  expect(caught).toEqual(
    expect.arrayContaining([
      expect.stringContaining('model knows only itself'),
      expect.stringContaining('dexie only in'),
      expect.stringContaining('react|react-dom'),
      expect.stringContaining('the device has no Node'),
      expect.stringContaining('no cycles'),
    ]),
  );
  expect(ours).toEqual([]);
}, 60_000);
