import catalogue from '#model/catalogue/duties.json' with { type: 'json' };
import type { Measure } from '#model/indicator.ts';
import type { Channel } from '#model/place.ts';

/**
 * What every village team has to do without being told each time: slides 16–18 of Kế hoạch 51/KH-UBND, and two derived
 * from Kế hoạch Hà Tĩnh III.5 and III.1.2(9). `ongoing`: whenever somebody needs it, which no day can be named for.
 */
export type Duty = {
  key: string;
  kind: 'outreach' | 'guidance' | 'assist' | 'self' | 'report';
  recurrence: 'monthly' | 'ongoing' | 'once';
  /** Entries that count one of these do the duty; with `channel`, entries of that channel alone. */
  measures: Measure[];
  channel?: Channel;
};

/** The one that hands a month's figures in. */
export const figuresDuty = 'bao-cao-thang';

export const duties = catalogue as Duty[];
