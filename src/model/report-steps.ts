/** What officers do to the report of a period, in the order it can be done. */
export const reportSteps = ['closed', 'returned', 'submitted', 'amended', 'consolidated', 'sent'] as const;
export type ReportStepName = (typeof reportSteps)[number];

/**
 * How the report of a unit stands. A commune's is 'open', 'closed' or 'returned'; a province's 'open', 'consolidated' or
 * 'sent'. The figures of a period are frozen from 'closed' on and stay so, whatever comes after it (rule S3).
 */
export type ReportStanding = 'open' | 'closed' | 'returned' | 'consolidated' | 'sent';

const after: Record<ReportStepName, ReportStanding | null> = {
  closed: 'closed',
  returned: 'returned',
  submitted: 'closed',
  // Changes figures, openly and by number, and not how the report stands.
  amended: null,
  consolidated: 'consolidated',
  sent: 'sent',
};

/** How a report stands after these steps, oldest first. */
export const standingAfter = (steps: readonly { step: ReportStepName }[]): ReportStanding =>
  steps.reduce<ReportStanding>((standing, { step }) => after[step] ?? standing, 'open');

/** From which standings a step can be taken. */
export const stepsFrom: Record<ReportStepName, readonly ReportStanding[]> = {
  closed: ['open'],
  returned: ['closed'],
  submitted: ['returned'],
  amended: ['closed', 'returned'],
  consolidated: ['open', 'consolidated'],
  sent: ['consolidated'],
};

/** Whose officers take a step: the commune's on its own report, the province's on a commune's or on its own. */
export const stepBy: Record<ReportStepName, 'commune' | 'province'> = {
  closed: 'commune',
  returned: 'province',
  submitted: 'commune',
  amended: 'commune',
  consolidated: 'province',
  sent: 'province',
};

/** The level of the unit whose report a step belongs to. */
export const stepOn: Record<ReportStepName, 'commune' | 'province'> = {
  closed: 'commune',
  returned: 'commune',
  submitted: 'commune',
  amended: 'commune',
  consolidated: 'province',
  sent: 'province',
};
