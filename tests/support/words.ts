import { readdirSync } from 'node:fs';
import { i18n } from '#app/i18n.ts';
import '#app/officers-words.ts';

// On a phone, words come with the place that says them; a screen opened alone in a test finds them all at hand.
await i18n.loadNamespaces(readdirSync('locales/vi').map((file) => file.replace('.json', '')));
