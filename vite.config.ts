import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** One suite a room; the browser and the simulation come last and alone, because they want the whole machine. */
const suite = (name: string, environment: 'node' | 'jsdom', more: object = {}) => ({
  extends: true as const,
  test: { name, environment, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...more },
});

export default defineConfig({
  plugins: [react()],
  build: { target: 'chrome90', outDir: 'dist' },
  test: {
    projects: [
      { extends: true, test: { name: 'architecture', environment: 'node', include: ['tests/*.test.ts'] } },
      suite('model', 'node'),
      suite('protocol', 'node'),
      suite('sync', 'node'),
      suite('store', 'node'),
      suite('server', 'node'),
      suite('features', 'jsdom'),
      suite('simulation', 'node', { testTimeout: 120_000 }),
      suite('journeys', 'node', { testTimeout: 90_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
});
