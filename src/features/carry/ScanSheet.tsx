import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakingIn } from '#features/carry/use-taking-in.ts';
import type { ScanTrouble } from '#ui/camera.ts';
import { Finder } from '#ui/Finder.tsx';
import { Sheet } from '#ui/Sheet.tsx';

type Props = { open: boolean; taking: TakingIn; onClose: () => void };

/** The camera, until a whole bundle or receipt was seen. */
export const ScanSheet = ({ open, taking, onClose }: Props) => {
  const { t } = useTranslation('carry');
  return (
    <Sheet open={open} title={t('takeIn.scanning')} onClose={onClose}>
      {open && <Scanning taking={taking} onClose={onClose} />}
    </Sheet>
  );
};

const Scanning = ({ taking, onClose }: Omit<Props, 'open'>) => {
  const { t } = useTranslation('carry');
  const [words, setWords] = useState(t('takeIn.how'));

  const read = async (text: string) => {
    const taken = await taking.texts([text]);
    if (taken === 'not-loaded' || taken.found.length > 0) onClose();
    else setWords(taken.missing ? t('takeIn.seen', taken.missing) : t('takeIn.notOurs'));
  };
  return (
    <>
      <Finder
        onRead={(text) => void read(text)}
        onTrouble={(trouble: ScanTrouble) => setWords(t(`takeIn.${trouble}`))}
      />
      <output>{words}</output>
    </>
  );
};
