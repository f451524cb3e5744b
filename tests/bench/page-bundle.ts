import { build } from 'vite';

/** One of this folder's page scripts, with the app's own code that it imports, to be evaluated in a page. */
export const pageBundle = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, lib: { entry: `tests/bench/${entry}`, formats: ['iife'], name: 'unused' } },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${entry} was not built`);
  return output.output[0].code;
};
