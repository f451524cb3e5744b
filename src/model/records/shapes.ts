import * as v from 'valibot';
import { isDay } from '#model/day.ts';

/** Values that fields of several types hold. */
export const DayShape = v.pipe(v.string(), v.check(isDay));
/** 'HH:MM' of a day in Vietnam. */
export const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** A text a person has to write. How long it may be, and what may not stand in it, says examineText. */
export const Written = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== ''),
);
/** People, in whole numbers; none is counted by the hundred thousand in a commune. */
export const PeopleCount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
/** The name of an operation, and of the record it made (rule I3). */
export const MadeRecord = v.pipe(v.string(), v.regex(/^\d+-\d+$/));
