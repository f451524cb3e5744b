import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Understood } from '#protocol/version.ts';
import { createAttempt, type AttemptLimits } from './attempts.ts';
import { authentication } from './authentication.ts';
import { bodies, jsonLimit } from './bodies.ts';
import { dueReorganisations } from './due-reorganisations.ts';
import { answerRefusal, errors } from './errors.ts';
import { headers } from './headers.ts';
import { logging } from './logging.ts';
import { protocolVersions } from './protocol-versions.ts';
import type { Province } from './province.ts';
import { boundariesRoute } from './routes/boundaries.ts';
import { auditRoute } from './routes/audit.ts';
import type { ReadingLimits } from './readers.ts';
import { accessTokensRoute } from './routes/access-tokens.ts';
import { bundleRoute } from './routes/bundle.ts';
import { calendarRoute } from './routes/calendar.ts';
import { changesRoute } from './routes/changes.ts';
import { dashboardRoute } from './routes/dashboard.ts';
import { devicesRoute } from './routes/devices.ts';
import { entriesRoute } from './routes/entries.ts';
import { figuresRoute } from './routes/figures.ts';
import { healthRoute } from './routes/health.ts';
import { holdingBoxRoute } from './routes/holding-box.ts';
import { invitationRoute } from './routes/invitation.ts';
import { keyRoute } from './routes/key.ts';
import { openapiRoute } from './routes/openapi.ts';
import { peopleRoute } from './routes/people.ts';
import { openRoutes } from './routes/open.ts';
import { photosRoute } from './routes/photos.ts';
import { pivotRoute } from './routes/pivot.ts';
import { pullRoute } from './routes/pull.ts';
import { pushRoute } from './routes/push.ts';
import { recordsRoute } from './routes/records.ts';
import { reportRoute } from './routes/report.ts';
import { settingsRoute } from './routes/settings.ts';
import { signInRoute } from './routes/sign-in.ts';
import { signOutRoute } from './routes/sign-out.ts';
import { unitsRoute } from './routes/units.ts';
import { staticFiles } from './static.ts';

export type AppOptions = {
  /** The built app; left out, only /api answers. */
  staticDir?: string;
  /** The folder of photos; left out, none are taken. */
  photosDir?: string;
  /** Whose X-Forwarded-For is believed: nobody's, or that of the proxies with these addresses. */
  trustProxy: boolean | string;
  logger: FastifyServerOptions['logger'];
  behindTls: boolean;
  attempts?: AttemptLimits;
  reading?: ReadingLimits;
  /** The protocol versions answered; those of this build if left out. */
  versions?: Understood;
};

/** The province as a web server, not yet listening. Two of them can stand beside each other in one test. */
export const buildApp = async (province: Province, options: AppOptions): Promise<FastifyInstance> => {
  const app = fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: jsonLimit,
    // Requests under way are answered; connections that only wait are not waited for.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => answerRefusal(error, request, reply),
  });
  errors(app);
  logging(app);
  await headers(app, options);
  bodies(app);
  protocolVersions(app, options.versions);
  dueReorganisations(app, province);
  authentication(app, province, options.reading);

  const attempt = createAttempt(options.attempts);
  healthRoute(app, province);
  openapiRoute(app);
  invitationRoute(app, province, attempt);
  signInRoute(app, province, attempt);
  signOutRoute(app, province);
  keyRoute(app, province);
  pushRoute(app, province, options.versions);
  pullRoute(app, province);
  figuresRoute(app, province);
  dashboardRoute(app, province);
  pivotRoute(app, province);
  changesRoute(app, province);
  entriesRoute(app, province);
  boundariesRoute(app, province);
  recordsRoute(app, province);
  reportRoute(app, province);
  unitsRoute(app, province);
  settingsRoute(app, province);
  calendarRoute(app, province);
  bundleRoute(app, province);
  devicesRoute(app, province);
  peopleRoute(app, province);
  auditRoute(app, province);
  holdingBoxRoute(app, province);
  accessTokensRoute(app, province);
  openRoutes(app, province);
  if (options.photosDir !== undefined) photosRoute(app, province, options.photosDir);

  await staticFiles(app, options.staticDir);
  return app;
};
