import { Ellipsis, House, ListChecks, Plus, Target } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavCount } from '#app/NavCount.tsx';
import { PhoneNav } from '#app/PhoneNav.tsx';
import { useLive } from '#features/handbook.tsx';
import { outbox } from '#store/outbox.ts';

const DueCount = lazy(() => import('#app/DueCount.tsx'));

/** What is reached through the More menu: it stays lit while one of them is open. */
const throughMore = [
  '/hop-gui',
  '/nhan-ho',
  '/nhat-ky',
  '/so-lieu',
  '/vuong-mac',
  '/thong-bao',
  '/luu-dong',
  '/lich',
  '/huong-dan',
  '/hoi-y-kien',
  '/quay-lai',
];

/** A team's places. What is late or due today is counted on its own place, what is not sent on the one that leads to it. */
export const TeamNav = () => {
  const { t } = useTranslation('common');
  const out = useLive(outbox);
  const attention = out?.attention.length ?? 0;
  const unsent = (out?.waiting.length ?? 0) + attention;
  return (
    <PhoneNav
      places={[
        { to: '/', label: t('nav.today'), icon: House },
        {
          to: '/viec',
          label: t('nav.tasks'),
          icon: ListChecks,
          count: (
            <Suspense fallback={null}>
              <DueCount />
            </Suspense>
          ),
        },
        { to: '/ghi', label: t('nav.log'), icon: Plus, strong: true },
        { to: '/chi-tieu', label: t('nav.targets'), icon: Target },
        {
          to: '/them',
          label: t('nav.more'),
          icon: Ellipsis,
          also: throughMore,
          count: <NavCount count={unsent} said={t('nav.unsent', { count: unsent })} alarm={attention > 0} />,
        },
      ]}
    />
  );
};
