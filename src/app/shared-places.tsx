import { Route } from 'react-router';
import { catalogues } from '#app/catalogue-words.ts';
import { NotHere } from '#app/NotHere.tsx';
import { placeSaying } from '#app/place-saying.ts';

const More = placeSaying(['more'], () => import('#features/more/More.tsx'));
const TakeIn = placeSaying(['carry', ...catalogues], () => import('#features/carry/TakeIn.tsx'));
const GiveBack = placeSaying(['carry'], () => import('#features/carry/GiveBack.tsx'));
const guidance = ['guide', 'guidance', 'services', 'conflicts', 'refusals'];
const Guide = placeSaying(guidance, () => import('#features/guide/Guide.tsx'));
const GuideCard = placeSaying(guidance, () => import('#features/guide/CardPage.tsx'));
const GuideShown = placeSaying(guidance, () => import('#features/guide/Show.tsx'));
const GuideEdited = placeSaying([...guidance, ...catalogues], () => import('#features/guide/EditCard.tsx'));
const Loudspeaker = placeSaying(guidance, () => import('#features/guide/Loudspeaker.tsx'));
const Calendar = placeSaying(['calendar', 'duties'], () => import('#features/calendar/Calendar.tsx'));

/** Addresses that mean the same to everybody. */
export const sharedPlaces = (
  <>
    <Route path="/them" element={<More />} />
    <Route path="/nhan-ho" element={<TakeIn />} />
    <Route path="/nhan-ho/:bundle" element={<GiveBack />} />
    <Route path="/huong-dan" element={<Guide />} />
    <Route path="/huong-dan/moi" element={<GuideEdited />} />
    <Route path="/huong-dan/:card" element={<GuideCard />} />
    <Route path="/huong-dan/:card/xem" element={<GuideShown />} />
    <Route path="/huong-dan/:card/sua" element={<GuideEdited key="sua" />} />
    <Route path="/loa" element={<Loudspeaker />} />
    <Route path="/lich" element={<Calendar />} />
    <Route path="*" element={<NotHere />} />
  </>
);
