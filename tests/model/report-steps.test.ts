import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportSteps, standingAfter, stepOn, stepsFrom, type ReportStepName } from '#model/report-steps.ts';

const after = (...steps: ReportStepName[]) => standingAfter(steps.map((step) => ({ step })));

describe('how a report stands', () => {
  test('a commune’s goes from open to closed, and to and fro when it is returned', () => {
    expect(after()).toBe('open');
    expect(after('closed')).toBe('closed');
    expect(after('closed', 'returned')).toBe('returned');
    expect(after('closed', 'returned', 'submitted')).toBe('closed');
  });

  test('an amendment changes figures and not how it stands', () => {
    expect(after('closed', 'amended')).toBe('closed');
    expect(after('closed', 'returned', 'amended', 'amended')).toBe('returned');
  });

  test('a province’s goes from open to consolidated, as often as wanted, to sent', () => {
    expect(after('consolidated')).toBe('consolidated');
    expect(after('consolidated', 'consolidated', 'sent')).toBe('sent');
    expect(reportSteps.filter((step) => stepsFrom[step].includes('sent'))).toEqual([]);
  });

  test.each(['commune', 'province'] as const)('S3: whatever is done to a %s’s, it is never open again', (level) => {
    const own = reportSteps.filter((step) => stepOn[step] === level);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...own), { maxLength: 30 }), (wished) => {
        const taken: { step: ReportStepName }[] = [];
        for (const step of wished) if (stepsFrom[step].includes(standingAfter(taken))) taken.push({ step });
        expect(standingAfter(taken) === 'open').toBe(taken.length === 0);
      }),
    );
  });
});
