import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addressOf } from './address.ts';
import { buildApp } from './app.ts';
import { readArguments } from './arguments.ts';
import { readConfig } from './config.ts';
import { keepReorganising } from './due-reorganisations.ts';
import { greeting } from './greeting.ts';
import { listening } from './listening.ts';
import { logTo } from './logging.ts';
import { keepSweeping } from './photo-sweep.ts';
import { populate } from './setup/populate.ts';
import { stopOnSignal } from './stopping.ts';
import { openProvince } from './storage/open-province.ts';
import { languageOfTerminal, wordsIn, type Words } from './words.ts';

const staticDir = fileURLToPath(new URL('../../dist', import.meta.url));
const words = wordsIn(languageOfTerminal(process.env));

function giveUp(exit: number, ...sentence: Parameters<Words>): never {
  process.stderr.write(`${words(...sentence)}\n`);
  process.exit(exit);
}

const asked = readArguments(process.argv.slice(2), words, (text) => void process.stderr.write(text));
if ('exit' in asked) process.exit(asked.exit);
const read = readConfig(process.env);
if (read.kind === 'wrong') giveUp(2, read.problem, { value: read.value });
const { config } = read;

const clock = { now: () => Date.now() };
const opened = await openProvince(config);
if (opened.kind === 'unusable') giveUp(1, opened.problem, opened.params);
const { db } = opened;
const populated = await populate(db, asked, Math.floor(clock.now() / 1000));
if (populated.kind === 'refused') giveUp(2, populated.problem, populated.params);

const logger = logTo(process.stderr, config.logLevel);
const app = await buildApp({ db, clock }, { ...config, staticDir, logger });
stopOnSignal(app, db);
keepReorganising({ db, clock }, app.log);
keepSweeping({ db, clock }, config.photosDir, app.log);
const started = await listening(app, config);
if (started.kind === 'refused') giveUp(1, started.problem, started.params);
const address = addressOf(config, started.port);
process.stdout.write(`${greeting(words, { ...populated, address, built: existsSync(staticDir) })}\n`);
