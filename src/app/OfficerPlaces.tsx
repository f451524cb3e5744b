import { useEffect, useMemo } from 'react';
import { Route, Routes } from 'react-router';
import { catalogues } from '#app/catalogue-words.ts';
import { Frame } from '#app/Frame.tsx';
import { credentialsOf } from '#app/credentials.ts';
import { NotHere } from '#app/NotHere.tsx';
import { createOffice } from '#app/office.ts';
import { OfficerNav } from '#app/OfficerNav.tsx';
import '#app/officers-words.ts';
import { placeSaying } from '#app/place-saying.ts';
import { Rail } from '#app/Rail.tsx';
import { keepOfficersPlaces } from '#app/service-worker.ts';
import { sharedPlaces } from '#app/shared-places.tsx';
import { HandsProvider, useHands } from '#features/handbook.tsx';
import type { Situation } from '#protocol/situation.ts';

const Overview = placeSaying(
  ['overview', 'dashboard', 'period', 'obstacles', 'photos', ...catalogues],
  () => import('#features/overview/Overview.tsx'),
);
const EntriesBehind = placeSaying(
  ['overview', 'period', 'photos', ...catalogues],
  () => import('#features/overview/EntriesBehind.tsx'),
);
const Devices = placeSaying(['devices', 'overview', ...catalogues], () => import('#features/devices/Devices.tsx'));
const Audit = placeSaying(['audit', 'overview', ...catalogues], () => import('#features/audit/Audit.tsx'));
const HoldingBox = placeSaying(
  ['holding-box', 'overview', ...catalogues],
  () => import('#features/holding-box/HoldingBox.tsx'),
);
const Obstacles = placeSaying(
  ['obstacles', 'duties', 'overview', ...catalogues],
  () => import('#features/obstacles/OfficerObstacles.tsx'),
);
const ObstacleThread = placeSaying(
  ['obstacles', 'conflicts', 'duties', 'overview', ...catalogues],
  () => import('#features/obstacles/OfficerThread.tsx'),
);
const MobilePoints = placeSaying(
  ['mobile-points', 'conflicts', 'overview', ...catalogues],
  () => import('#features/mobile-points/OfficerPoints.tsx'),
);
const PointForm = placeSaying(
  ['mobile-points', 'unit-picker', 'overview', ...catalogues],
  () => import('#features/mobile-points/PointForm.tsx'),
);
const Announcements = placeSaying(
  ['announcements', 'conflicts', 'overview', ...catalogues],
  () => import('#features/announcements/OfficerAnnouncements.tsx'),
);
const AnnouncementForm = placeSaying(
  ['announcements', 'unit-picker', 'overview', ...catalogues],
  () => import('#features/announcements/AnnouncementForm.tsx'),
);
const plansWords = ['plans', 'overview', ...catalogues];
const Plans = placeSaying(plansWords, () => import('#features/plans/Plans.tsx'));
const PlanLibrary = placeSaying(plansWords, () => import('#features/plans/PlanLibrary.tsx'));
const ImportPlan = placeSaying(plansWords, () => import('#features/plans/ImportPlan.tsx'));
const AssignTask = placeSaying(plansWords, () => import('#features/plans/AssignTask.tsx'));
const Analysis = placeSaying(
  ['analysis', 'table', 'unit-picker', 'overview', ...catalogues],
  () => import('#features/analysis/Analysis.tsx'),
);
const reportWords = ['report', 'conflicts', 'overview', ...catalogues];
const Reports = placeSaying(reportWords, () => import('#features/report/Reports.tsx'));
const ReportPlace = placeSaying(reportWords, () => import('#features/report/ReportPlace.tsx'));
const Settings = placeSaying(['settings', ...catalogues], () => import('#features/settings/Settings.tsx'));
const Access = placeSaying(['access', 'overview', ...catalogues], () => import('#features/access/Access.tsx'));
const Urging = placeSaying(
  ['urging', 'period', 'overview', ...catalogues],
  () => import('#features/urging/Urging.tsx'),
);
const Targets = placeSaying(
  ['target-setting', 'targets', 'table', 'overview', ...catalogues],
  () => import('#features/targets/OfficeTargets.tsx'),
);

const areaWords = ['area', 'period', 'overview', 'dashboard', 'obstacles', ...catalogues];
const Units = placeSaying(areaWords, () => import('#features/units/Units.tsx'));
const Reorganise = placeSaying(areaWords, () => import('#features/units/Reorganise.tsx'));

const teamsPlaces = ['/ghi/*', '/nhat-ky/*', '/anh', '/hop-gui', '/chuyen-ho', '/so-lieu', '/hoi-y-kien'];

/** Every address an officer has. Fetched by officers only. */
const OfficerPlaces = ({ me }: { me: Situation }) => {
  const hands = useHands();
  const withOffice = useMemo(() => ({ ...hands, office: createOffice(credentialsOf(hands.db)) }), [hands]);
  useEffect(() => void keepOfficersPlaces(), []);
  return (
    <HandsProvider value={withOffice}>
      <Routes>
        <Route element={<Frame rail={<Rail me={me} />} nav={<OfficerNav />} />}>
          <Route path="/" element={<Overview />} />
          <Route path="/tong-quan/:unit" element={<Overview />} />
          <Route path="/tong-quan/:unit/luot" element={<EntriesBehind />} />
          <Route path="/dia-ban" element={<Units />} />
          <Route path="/dia-ban/:unit" element={<Units />} />
          <Route path="/dia-ban/:unit/sap-xep" element={<Reorganise />} />
          <Route path="/nguoi-va-may" element={<Devices />} />
          <Route path="/nguoi-va-may/:unit" element={<Devices />} />
          <Route path="/nhat-ky-he-thong" element={<Audit />} />
          <Route path="/hop-cho" element={<HoldingBox />} />
          <Route path="/luu-dong" element={<MobilePoints />} />
          <Route path="/luu-dong/moi" element={<PointForm />} />
          <Route path="/luu-dong/:point" element={<PointForm />} />
          <Route path="/thong-bao" element={<Announcements />} />
          <Route path="/thong-bao/moi" element={<AnnouncementForm />} />
          <Route path="/thong-bao/:announcement" element={<AnnouncementForm />} />
          <Route path="/vuong-mac" element={<Obstacles />} />
          <Route path="/vuong-mac/:obstacle" element={<ObstacleThread />} />
          <Route path="/bao-cao" element={<Reports />} />
          <Route path="/bao-cao/:unit/:period" element={<ReportPlace />} />
          <Route path="/viec" element={<Plans />} />
          <Route path="/viec/thu-vien" element={<PlanLibrary />} />
          <Route path="/viec/nhap" element={<ImportPlan />} />
          <Route path="/viec/giao" element={<AssignTask />} />
          <Route path="/cai-dat" element={<Settings />} />
          <Route path="/cai-dat/ket-noi" element={<Access />} />
          <Route path="/don-doc" element={<Urging />} />
          <Route path="/chi-tieu" element={<Targets />} />
          <Route path="/phan-tich" element={<Analysis />} />
          {teamsPlaces.map((path) => (
            <Route key={path} path={path} element={<NotHere why="role-may-not-save" />} />
          ))}
          {sharedPlaces}
        </Route>
      </Routes>
    </HandsProvider>
  );
};

export default OfficerPlaces;
