import { wholeNumber } from '#features/settings/whole-number.ts';
import { reportingSteps, type ProvinceSettings, type ReportingStep } from '#model/settings.ts';

/** The settings as a person types them: numbers may be half written. */
export type TypedSettings = Pick<ProvinceSettings, 'photos' | 'periodKind'> & {
  photoDays: string;
  silentDays: string;
  days: Record<ReportingStep, string>;
  rules: Record<ReportingStep, 'on' | 'before'>;
};

export const mostPhotoDays = 730;
export const mostSilentDays = 60;
/** Every month has this day. */
export const lastDay = 28;

const ofSteps = <Value>(value: (step: ReportingStep) => Value) =>
  Object.fromEntries(reportingSteps.map((step) => [step, value(step)])) as Record<ReportingStep, Value>;

export const asTyped = (settings: ProvinceSettings): TypedSettings => ({
  photos: settings.photos,
  periodKind: settings.periodKind,
  photoDays: String(settings.photoDays),
  silentDays: String(settings.silentDays),
  days: ofSteps((step) => String(settings.reportingDays[step].day)),
  rules: ofSteps((step) => settings.reportingDays[step].rule),
});

/** The names of fields that hold no number that will do. */
export const wrongFields = ({ photoDays, silentDays, days }: TypedSettings): string[] => [
  ...(wholeNumber(photoDays, mostPhotoDays) === undefined ? ['photoDays'] : []),
  ...(wholeNumber(silentDays, mostSilentDays) === undefined ? ['silentDays'] : []),
  ...reportingSteps.filter((step) => wholeNumber(days[step], lastDay) === undefined),
];

/** What was changed, and nothing else, so that two officers who change different things both have their way. */
export const changesOf = (typed: TypedSettings, before: ProvinceSettings): Partial<ProvinceSettings> => {
  const now: Partial<ProvinceSettings> = {
    photos: typed.photos,
    periodKind: typed.periodKind,
    photoDays: Number(typed.photoDays),
    silentDays: Number(typed.silentDays),
    reportingDays: ofSteps((step) => ({ day: Number(typed.days[step]), rule: typed.rules[step] })),
  };
  return Object.fromEntries(
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof ProvinceSettings]),
    ),
  );
};
