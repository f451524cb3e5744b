import { writeFileSync } from 'node:fs';
import { asText, shippedPackages } from './shipped.ts';

/** `npm run licenses`: public/licenses.txt, from what is installed. */
writeFileSync('public/licenses.txt', asText(shippedPackages()));
