import { ChartNoAxesColumn, Ellipsis, House, NotebookText, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavCount } from '#app/NavCount.tsx';
import { PhoneNav } from '#app/PhoneNav.tsx';
import { useLive } from '#features/handbook.tsx';
import { outbox } from '#store/outbox.ts';

/** A team's places. What is not sent yet is counted on the one that leads to the outbox. */
export const TeamNav = () => {
  const { t } = useTranslation('common');
  const out = useLive(outbox);
  const attention = out?.attention.length ?? 0;
  const unsent = (out?.waiting.length ?? 0) + attention;
  return (
    <PhoneNav
      places={[
        { to: '/', label: t('nav.today'), icon: House },
        { to: '/nhat-ky', label: t('nav.journal'), icon: NotebookText },
        { to: '/ghi', label: t('nav.log'), icon: Plus, strong: true },
        { to: '/so-lieu', label: t('nav.numbers'), icon: ChartNoAxesColumn },
        {
          to: '/them',
          label: t('nav.more'),
          icon: Ellipsis,
          also: ['/hop-gui', '/nhan-ho'],
          count: <NavCount count={unsent} said={t('nav.unsent', { count: unsent })} alarm={attention > 0} />,
        },
      ]}
    />
  );
};
