import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Kept } from '#features/Kept.tsx';
import { NothingToShow } from '#features/NothingToShow.tsx';
import { RecordConflicts } from '#features/RecordConflicts.tsx';
import { Compare } from '#features/report/Compare.tsx';
import { Confirmed } from '#features/report/Confirmed.tsx';
import { FrameEditor } from '#features/report/FrameEditor.tsx';
import { History } from '#features/report/History.tsx';
import { LateBanner } from '#features/report/LateBanner.tsx';
import { PartEditor } from '#features/report/PartEditor.tsx';
import { PartsList } from '#features/report/PartsList.tsx';
import { Preview } from '#features/report/Preview.tsx';
import { ReportHead } from '#features/report/ReportHead.tsx';
import { ReturnedBanner } from '#features/report/ReturnedBanner.tsx';
import { SinceConsolidated } from '#features/report/SinceConsolidated.tsx';
import { Stations } from '#features/report/Stations.tsx';
import { Steps } from '#features/report/Steps.tsx';
import { useExport } from '#features/report/use-export.ts';
import { useFacts } from '#features/report/use-facts.ts';
import { useReport } from '#features/report/use-report.ts';
import { useStep } from '#features/report/use-step.ts';
import { useTexts } from '#features/report/use-texts.ts';
import { useNow } from '#features/handbook.tsx';
import { Skeleton } from '#features/Skeleton.tsx';
import { useSituation, type Situation } from '#features/situation.ts';
import { dayInVietnam } from '#model/day.ts';
import { isPeriod, type PeriodId } from '#model/period.ts';
import { reportDocument } from '#model/report/document.ts';
import { outline, outlineItems } from '#model/report/outline.ts';
import type { UnitId } from '#model/unit.ts';
import type { ReportPage } from '#store/officer-pages.ts';
import { Card } from '#ui/Card.tsx';
import { Empty } from '#ui/Empty.tsx';
import { useFormat } from '#ui/format.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './Desk.module.css';

/** While figures are open, or were handed back, the words are too; a province writes until it has sent. */
const mayWriteWords = ({ unit, standing }: ReportPage, { person }: Situation): boolean =>
  person.unit === unit.id &&
  (unit.level === 'province' ? standing !== 'sent' : standing === 'open' || standing === 'returned');

const Desk = ({ page, me }: { page: ReportPage; me: Situation }) => {
  const { t } = useTranslation('report');
  const f = useFormat();
  const now = useNow();
  const today = dayInVietnam(now);
  const { unit, period } = page;
  const facts = useFacts(me, page);
  const texts = useTexts(unit.id, period);
  const stepping = useStep(page);
  const exported = useExport(page);
  const [address, setAddress] = useSearchParams();
  const wished = address.get('muc') ?? 'II.4';
  const choose = (part: string) => setAddress({ muc: part }, { replace: true });
  const section = outline.find(({ n, items }) => n === wished || items.some(({ key }) => key === wished));
  const mayWrite = mayWriteWords(page, me) && texts.known;
  const report = useMemo(
    () => (facts && texts.known ? reportDocument(facts, texts.texts, texts.fixes) : undefined),
    [facts, texts.known, texts.texts, texts.fixes],
  );
  const known = { unit: unit.id, period, known: page.steps.length };
  const { rows, teamsReported, teams, asOf } = page.figures;
  const fresh = t('fresh', {
    some: f.number(unit.level === 'province' ? teamsReported : rows.filter((row) => row.teamsReported > 0).length),
    all: f.number(unit.level === 'province' ? teams : rows.length),
    when: f.instant(asOf * 1000, now),
  });
  const titleOf = (key: string) => outlineItems.find((item) => item.key === key)?.title || key;
  return (
    <>
      <ReportHead page={page} report={report} facts={facts} exported={exported}>
        <Steps page={page} me={me} known={known} stepping={stepping} notWritten={report?.missing ?? 0} />
      </ReportHead>
      <Stations page={page} settings={me.settings} today={today} />
      <ReturnedBanner page={page} />
      <LateBanner page={page} known={known} stepping={stepping} may={me.person.unit === unit.id} />
      <SinceConsolidated page={page} />
      {facts && report ? (
        <div className={css.desk}>
          <div className={css.side}>
            <PartsList
              record={texts.record}
              texts={texts.texts}
              chosen={section?.n ?? 'frame'}
              choose={choose}
              editing={mayWrite}
            />
            <Confirmed
              page={page}
              settings={me.settings}
              today={today}
              mayReturn={me.person.unit === unit.id && page.standing === 'open'}
            />
            <History page={page} />
          </div>
          <Card as="div" className={css.middle}>
            {texts.row && mayWrite && (
              <RecordConflicts
                record={texts.record}
                keep={(field, value) => void texts.write({ [field]: value })}
                inWords={(_field, value) => (typeof value === 'string' ? value : JSON.stringify(value))}
                nameOfField={titleOf}
                nameOf={(by) => (by === me.person.id ? me.person.name : me.team.find(({ id }) => id === by)?.name)}
              />
            )}
            {section ? (
              <PartEditor
                key={section.n}
                section={section}
                item={wished}
                choose={choose}
                facts={facts}
                texts={texts}
                mayWrite={mayWrite}
              />
            ) : (
              <FrameEditor facts={facts} texts={texts} mayWrite={mayWrite} />
            )}
            <Compare facts={facts} fresh={fresh} />
          </Card>
          <div className={css.paper}>
            <Preview
              report={report}
              looking={(key) =>
                key === wished || (section !== undefined && section.n === wished && key === section.items[0]!.key)
              }
            />
          </div>
        </div>
      ) : (
        <Skeleton />
      )}
    </>
  );
};

const OneReport = ({ me, unit, period }: { me: Situation; unit: UnitId; period: PeriodId }) => {
  const { t } = useTranslation('report');
  const now = useNow();
  const page = useReport(unit, period);
  return (
    <div className={css.page}>
      {page.kind !== 'shown' && (
        <>
          <TopBar title={t('listTitle')} back="/bao-cao" />
          <NothingToShow page={page} />
        </>
      )}
      {page.kind === 'shown' && (
        <>
          <Kept trouble={page.trouble} asOf={page.body.at} now={now} />
          <Desk key={`${unit}/${period}`} page={page.body} me={me} />
        </>
      )}
    </div>
  );
};

/** The monthly report of a unit: what it says, what it is made from, and the steps it goes through. */
const ReportPlace = () => {
  const me = useSituation();
  const { unit = '', period = '' } = useParams();
  if (!isPeriod(period)) return <NoSuchMonth />;
  return me ? <OneReport me={me} unit={unit} period={period} /> : null;
};
export default ReportPlace;

const NoSuchMonth = () => {
  const { t } = useTranslation(['report', 'common']);
  return (
    <>
      <TopBar title={t('report:listTitle')} back="/bao-cao" />
      <Empty>{t('common:notHere')}</Empty>
    </>
  );
};
