import { startVitest, type TestCase, type Vitest } from 'vitest/node';
import type { Mutant } from './mutants.ts';
import { plant } from './plant.ts';

export type Hunt = { ran: number; caughtBy: string | null };

const failed = (vitest: Vitest): string | null => {
  for (const module of vitest.state.getTestModules()) {
    const [broken] = module.errors();
    for (const test of module.children.allTests('failed') as Iterable<TestCase>)
      return `${module.relativeModuleId}: ${test.fullName}: ${(test.result().errors?.[0]?.message ?? '').split('\n')[0]!.slice(0, 160)}`;
    if (broken) return `${module.relativeModuleId}: ${String(broken.message).split('\n')[0]}`;
  }
  return null;
};

/** Runs these suites with the bug, or without any, until the first test fails. */
export const hunt = async (files: string[], postgres: string, mutant?: Mutant): Promise<Hunt> => {
  const vitest = await startVitest(
    'test',
    [],
    {
      config: false,
      watch: false,
      include: files,
      environment: 'node',
      setupFiles: ['tests/support/indexed-db.ts'],
      bail: 1,
      // A history says in its first words what went wrong.
      chaiConfig: { truncateThreshold: 400 },
      maxWorkers: 2,
      testTimeout: mutant ? 20_000 : 120_000,
      hookTimeout: mutant ? 20_000 : 60_000,
      teardownTimeout: 1_000,
      reporters: [{}],
      provide: { postgres },
    },
    { plugins: mutant ? [plant(mutant)] : [], logLevel: 'silent' },
  );
  const ran = [...vitest.state.getTestModules()].flatMap((module) => [...module.children.allTests()]).length;
  const caughtBy = failed(vitest);
  await vitest.close();
  process.exitCode = 0;
  return { ran, caughtBy };
};
