import { FileDown, Printer, Sheet as SheetIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChosenPeriod } from '#features/chosen-period.ts';
import { useLive } from '#features/handbook.tsx';
import { TableOnPaper } from '#features/report/TableOnPaper.tsx';
import { useOfficialPaper } from '#features/report/use-official-paper.ts';
import { useExport } from '#features/report/use-export.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { shiftPeriod, spanOf, type PeriodId } from '#model/period.ts';
import { villageTable } from '#model/report/document.ts';
import type { Sums } from '#model/report/facts.ts';
import { teamTotals } from '#store/journal.ts';
import { TopBar } from '#ui/TopBar.tsx';
import head from './ReportHead.module.css';
import css from './VillageTable.module.css';

/** January's period up to this one. */
const upTo = (period: PeriodId): PeriodId[] =>
  Array.from({ length: Number(period.slice(5)) }, (_, at) => shiftPeriod(`${period.slice(0, 4)}-01`, at));

const added = (all: readonly Sums[]): Sums => {
  const sum: Record<string, number> = {};
  for (const one of all) for (const [measure, count] of Object.entries(one)) sum[measure] = (sum[measure] ?? 0) + count;
  return sum;
};

const Table = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('report');
  const { period } = useChosenPeriod(me);
  useOfficialPaper();
  const unit = me.units.find(({ id }) => id === me.person.unit)!;
  const exported = useExport({ unit, period });
  const sums = useLive(
    async (db) => ({
      totals: await teamTotals(db, period),
      before: await teamTotals(db, shiftPeriod(period, -1)),
      year: added(await Promise.all(upTo(period).map((one) => teamTotals(db, one)))),
    }),
    [period],
  );
  const plain = sums && villageTable({ unit, period, ...spanOf(period, me.settings.periodKind), ...sums });
  return (
    <>
      <TopBar title={t('villageTable')} back={`/so-lieu?ky=${period}`} />
      {plain && (
        <div className={css.page}>
          <p className={css.about}>{t('villageTableAbout')}</p>
          <div className={`${head.ways} ${css.ways}`}>
            <button type="button" onClick={() => void exported.plainXlsx(plain)}>
              <SheetIcon aria-hidden size={20} />
              {t('xlsx')}
            </button>
            <button type="button" onClick={() => void exported.plainDocx(plain)}>
              <FileDown aria-hidden size={20} />
              {t('docx')}
            </button>
            <button type="button" onClick={() => print()}>
              <Printer aria-hidden size={20} />
              {t('print')}
            </button>
          </div>
          {exported.failed && (
            <p role="alert" className={head.trouble}>
              {t('makingFailed')}
            </p>
          )}
          {/* The region takes the focus so that arrow keys scroll it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className={css.paper} tabIndex={0} aria-label={plain.title} lang="vi">
            <h2>{plain.title}</h2>
            <p>{plain.about}</p>
            <TableOnPaper table={plain.table} />
          </section>
        </div>
      )}
    </>
  );
};

/** A village's figures as a plain table to hand to its commune, from what is on this phone. It is no official document. */
const VillageTable = () => {
  const me = useSituation();
  return me ? <Table me={me} /> : null;
};
export default VillageTable;
