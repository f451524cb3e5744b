import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const content = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  objectSrc: ["'none'"],
};

const halfYear = 180 * 24 * 60 * 60;

/**
 * The headers every answer carries. Strict transport is promised only behind TLS: said over plain HTTP it means
 * nothing, and said by mistake it locks an intranet out.
 */
export const headers = async (app: FastifyInstance, { behindTls }: { behindTls: boolean }): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: content },
    strictTransportSecurity: behindTls ? { maxAge: halfYear, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    // The camera reads invitations; nothing else of the device is asked for.
    reply.header('Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()');
  });
};
