import { knowWords } from '#app/i18n.ts';

// What only officers read: it comes with their places.
knowWords(
  import.meta.glob<{ default: object }>(
    '/locales/{vi,en}/{access,analysis,area,audit,dashboard,devices,holding-box,overview,plans,settings,table,target-setting,unit-picker,urging}.json',
  ),
);
