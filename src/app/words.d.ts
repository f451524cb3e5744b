import 'i18next';
import type announcements from '../../locales/vi/announcements.json';
import type ask from '../../locales/vi/ask.json';
import type calendar from '../../locales/vi/calendar.json';
import type carry from '../../locales/vi/carry.json';
import type common from '../../locales/vi/common.json';
import type conflicts from '../../locales/vi/conflicts.json';
import type audit from '../../locales/vi/audit.json';
import type devices from '../../locales/vi/devices.json';
import type followUps from '../../locales/vi/follow-ups.json';
import type guide from '../../locales/vi/guide.json';
import type guidance from '../../locales/vi/guidance.json';
import type holdingBox from '../../locales/vi/holding-box.json';
import type journal from '../../locales/vi/journal.json';
import type lock from '../../locales/vi/lock.json';
import type log from '../../locales/vi/log.json';
import type mobilePoints from '../../locales/vi/mobile-points.json';
import type more from '../../locales/vi/more.json';
import type numbers from '../../locales/vi/numbers.json';
import type obstacles from '../../locales/vi/obstacles.json';
import type outbox from '../../locales/vi/outbox.json';
import type overview from '../../locales/vi/overview.json';
import type period from '../../locales/vi/period.json';
import type plans from '../../locales/vi/plans.json';
import type photos from '../../locales/vi/photos.json';
import type settings from '../../locales/vi/settings.json';
import type signIn from '../../locales/vi/sign-in.json';
import type states from '../../locales/vi/states.json';
import type table from '../../locales/vi/table.json';
import type targetSetting from '../../locales/vi/target-setting.json';
import type targets from '../../locales/vi/targets.json';
import type tasks from '../../locales/vi/tasks.json';
import type today from '../../locales/vi/today.json';
import type unitPicker from '../../locales/vi/unit-picker.json';
import type units from '../../locales/vi/units.json';

/** Looked up by a code that comes from data: any key is allowed, the catalogue's own tests see that none is missing. */
type ByCode<Words = string> = Record<string, Words>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      states: typeof states;
      units: typeof units;
      'sign-in': typeof signIn;
      lock: typeof lock;
      more: typeof more;
      today: typeof today;
      measures: ByCode<{ short: string; unit: string; full: string; counted_other: string }>;
      services: ByCode;
      cells: ByCode;
      refusals: ByCode;
      places: { place: ByCode; channel: ByCode };
      log: typeof log;
      journal: typeof journal;
      outbox: typeof outbox;
      carry: typeof carry;
      period: typeof period;
      numbers: typeof numbers;
      targets: typeof targets;
      settings: typeof settings;
      'target-setting': typeof targetSetting;
      audit: typeof audit;
      devices: typeof devices;
      'follow-ups': typeof followUps;
      'holding-box': typeof holdingBox;
      conflicts: typeof conflicts;
      'unit-picker': typeof unitPicker;
      table: typeof table;
      tasks: typeof tasks;
      duties: ByCode<{ title: string; full: string }>;
      calendar: typeof calendar;
      obstacles: typeof obstacles;
      'mobile-points': typeof mobilePoints;
      announcements: typeof announcements;
      overview: typeof overview;
      ask: typeof ask;
      guide: typeof guide;
      guidance: typeof guidance;
      plans: typeof plans;
      photos: typeof photos;
      update: ByCode;
      install: ByCode;
    };
  }
}
