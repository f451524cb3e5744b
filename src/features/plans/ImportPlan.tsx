import { Download, FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { handOn } from '#features/send-file.ts';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { FileFaults } from '#features/plans/FileFaults.tsx';
import { FilePreview } from '#features/plans/FilePreview.tsx';
import { readText } from '#features/read-file.ts';
import { usePlan } from '#features/plans/use-plan.ts';
import { useWriting } from '#features/plans/use-writing.ts';
import { useSituation, type Situation } from '#features/situation.ts';
import { writeCsv } from '#model/csv.ts';
import { readPlanFile, type PlanFileFault, type PlanFileRow } from '#model/plan-file.ts';
import { planItemDefinition, planItemId } from '#model/records/plan-item.ts';
import { Button } from '#ui/Button.tsx';
import { TopBar } from '#ui/TopBar.tsx';
import css from './ImportPlan.module.css';

type Found =
  | { name: string; kind: 'read'; rows: PlanFileRow[] }
  | { name: string; kind: 'refused'; faults: PlanFileFault[] }
  | { name: string; kind: 'not-text' | 'too-large' };

const columns = ['code', 'text', 'owner', 'coordinating', 'deadline', 'group'] as const;

const Importing = ({ me }: { me: Situation }) => {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const picker = useRef<HTMLInputElement>(null);
  const writing = useWriting(planItemDefinition);
  const { tasks, page } = usePlan(me);
  const [found, setFound] = useState<Found>();
  const home = me.person.unit;
  if (!tasks) return page.kind === 'shown' ? null : <NothingToShow page={page} />;
  const known = new Map(tasks.map(({ item, row }) => [item.key, row]));
  const look = async (file: File) => {
    const { name } = file;
    const read = await readText(file);
    writing.forget();
    setFound(read.kind === 'text' ? { name, ...readPlanFile(read.text) } : { name, kind: read.kind });
  };
  const take = async (rows: readonly PlanFileRow[]) => {
    const changes = rows.map(({ key, ...set }) => {
      const row = known.get(key);
      return { unit: home, record: planItemId(key, home), set, ...(row && { base: row.record }) };
    });
    if (await writing.write(changes, t('adopted', { count: changes.length }))) await navigate('/viec');
  };
  const sample = () => {
    const rows = [
      columns.map((column) => t(`fileColumn.${column}`)),
      ['1', t('sampleRow.text'), t('sampleRow.owner'), t('sampleRow.coordinating'), '31/12/2026', t('sampleRow.group')],
    ];
    return handOn(new File([writeCsv(rows)], t('sampleName'), { type: 'text/csv' }), t('sample'));
  };
  return (
    <div className={css.page}>
      <p>{t('importAbout')}</p>
      <div className={css.ways}>
        <Button look="strong" icon={FolderOpen} onClick={() => picker.current?.click()}>
          {t('pickFile')}
        </Button>
        <Button icon={Download} onClick={() => void sample()}>
          {t('sample')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,text/csv,text/plain"
          aria-label={t('pickFile')}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void look(file);
            target.value = '';
          }}
        />
      </div>
      <div aria-live="polite">
        {found?.kind === 'refused' && <FileFaults name={found.name} faults={found.faults} />}
        {(found?.kind === 'not-text' || found?.kind === 'too-large') && (
          <p className={css.trouble}>
            {t(found.kind === 'not-text' ? 'importNotText' : 'importTooLarge', { name: found.name })}
          </p>
        )}
      </div>
      {found?.kind === 'read' && (
        <>
          <FilePreview
            name={found.name}
            rows={found.rows}
            again={found.rows.filter(({ key }) => known.has(key)).length}
          />
          {writing.trouble && (
            <p role="alert" className={css.trouble}>
              {writing.trouble}
            </p>
          )}
          <Button look="primary" onClick={() => void take(found.rows)}>
            {t('importSave', { count: found.rows.length })}
          </Button>
        </>
      )}
    </div>
  );
};

/** A plan of the province's own comes in from a file: shown first, saved whole or not at all. */
const ImportPlan = () => {
  const { t } = useTranslation('plans');
  const me = useSituation();
  return (
    <>
      <TopBar title={t('importTitle')} back="/viec" />
      {me && <Importing me={me} />}
    </>
  );
};
export default ImportPlan;
