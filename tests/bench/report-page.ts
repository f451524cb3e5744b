import { reportDocx } from '#features/report/docx.ts';
import { tablesXlsx } from '#features/report/xlsx.ts';
import { reportDocument } from '#model/report/document.ts';
import type { ReportFacts } from '#model/report/facts.ts';

/** What the bench calls in a real browser: both files of a commune's report, as its buttons make them. */
const bench = {
  /** Milliseconds, and bytes of both. */
  async report(facts: ReportFacts): Promise<{ took: number; bytes: number }> {
    const started = performance.now();
    const report = reportDocument(facts, { texts: {} });
    const docx = await reportDocx(report);
    const xlsx = await tablesXlsx(
      report.annexes.map(({ table }) => table),
      report.issuer.join(' '),
    );
    return { took: performance.now() - started, bytes: docx.size + xlsx.size };
  },
};
Object.assign(globalThis, { bench });
