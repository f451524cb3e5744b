import { ClipboardPaste, FolderOpen, ScanLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CarriedList } from '#features/carry/CarriedList.tsx';
import { Outcome } from '#features/carry/Outcome.tsx';
import { PasteSheet } from '#features/carry/PasteSheet.tsx';
import { ScanSheet } from '#features/carry/ScanSheet.tsx';
import { useTakingIn } from '#features/carry/use-taking-in.ts';
import { Button } from '#ui/Button.tsx';
import { canScan } from '#ui/camera.ts';
import { TopBar } from '#ui/TopBar.tsx';
import css from './TakeIn.module.css';

/** A colleague's bundle, or a receipt of one's own, comes onto this phone: by camera, file, photo, share sheet or text. */
const TakeIn = () => {
  const { t } = useTranslation('carry');
  const taking = useTakingIn();
  const picker = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<'scan' | 'paste'>();

  return (
    <>
      <TopBar title={t('takeIn.title')} back="/them" />
      <div className={css.inside}>
        <p>{t('takeIn.about')}</p>
        <Outcome taking={taking} />
        <div className={css.ways}>
          {canScan() && (
            <Button look="primary" icon={ScanLine} onClick={() => setAsked('scan')}>
              {t('takeIn.scan')}
            </Button>
          )}
          <Button look="strong" icon={FolderOpen} onClick={() => picker.current?.click()}>
            {t('takeIn.pick')}
          </Button>
          <Button look="strong" icon={ClipboardPaste} onClick={() => setAsked('paste')}>
            {t('takeIn.paste')}
          </Button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            accept="text/plain,.txt,image/*"
            aria-label={t('takeIn.pick')}
            onChange={({ target }) => {
              void taking.files([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </div>
        <CarriedList />
      </div>
      <ScanSheet open={asked === 'scan'} taking={taking} onClose={() => setAsked(undefined)} />
      <PasteSheet open={asked === 'paste'} onTake={taking.texts} onClose={() => setAsked(undefined)} />
    </>
  );
};

export default TakeIn;
