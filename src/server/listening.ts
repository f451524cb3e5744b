import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';

const problems: Record<string, string> = {
  EADDRINUSE: 'port-in-use',
  EACCES: 'port-not-allowed',
  EADDRNOTAVAIL: 'host-not-here',
  ENOTFOUND: 'host-not-here',
};

type Listening =
  { kind: 'listening'; port: number } | { kind: 'refused'; problem: string; params: { host: string; port: number } };

/** Starts to listen; what commonly stops it is said in a sentence, not in a stack. */
export const listening = async (
  app: FastifyInstance,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<Listening> => {
  try {
    await app.listen({ host, port, listenTextResolver: () => 'listening' });
    const bound = app.server.address();
    return { kind: 'listening', port: typeof bound === 'object' && bound ? bound.port : port };
  } catch (error) {
    const problem = problems[(error as NodeJS.ErrnoException).code ?? ''];
    if (problem === undefined) throw error;
    await app.close();
    return { kind: 'refused', problem, params: { host, port } };
  }
};
