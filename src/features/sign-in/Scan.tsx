import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationIn } from '#features/sign-in/invitation.ts';
import type { ScanTrouble } from '#ui/camera.ts';
import { Finder } from '#ui/Finder.tsx';
import { Sheet } from '#ui/Sheet.tsx';

type Props = { open: boolean; onClose: () => void; onRead: (code: string) => void };

export const Scan = ({ open, onClose, onRead }: Props) => {
  const { t } = useTranslation('sign-in');
  return (
    <Sheet open={open} title={t('scanning.title')} onClose={onClose}>
      {open && <Scanning onRead={onRead} />}
    </Sheet>
  );
};

const Scanning = ({ onRead }: { onRead: (code: string) => void }) => {
  const { t } = useTranslation('sign-in');
  const [trouble, setTrouble] = useState<ScanTrouble | 'notOurs'>();
  const tell = (text: string) => {
    const code = invitationIn(text);
    if (code) onRead(code);
    else setTrouble('notOurs');
  };
  return (
    <>
      <Finder onRead={tell} onTrouble={setTrouble} />
      <output>{trouble ? t(`scanning.${trouble}`) : t('scanning.how')}</output>
    </>
  );
};
