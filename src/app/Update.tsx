import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchServiceWorker, type ServiceWorkerWatch } from '#app/service-worker.ts';
import { useLive } from '#features/handbook.tsx';
import { link } from '#store/link.ts';
import { Button } from '#ui/Button.tsx';
import { useFormsAreClean } from '#ui/dirty-forms.ts';
import css from './Update.module.css';

/**
 * Offers a new version once it is on the phone, nothing is being typed and nothing is being sent. One that another tab
 * let in is taken over under the same conditions. Whoever never taps gets it at the next start of the app.
 */
export const Update = () => {
  const { t } = useTranslation('update');
  const [version, setVersion] = useState<'current' | 'waiting' | 'replaced'>('current');
  const worker = useRef<ServiceWorkerWatch | undefined>(undefined);
  const idle = useLive(async (db) => (await link(db)).tryingSince === null) ?? false;
  const clean = useFormsAreClean();
  const quiet = idle && clean;

  useEffect(() => {
    const watching = watchServiceWorker({
      waiting: () => setVersion((before) => (before === 'replaced' ? before : 'waiting')),
      replaced: () => setVersion('replaced'),
    });
    void watching.then((watched) => (worker.current = watched));
    return () => void watching.then((watched) => watched?.stop());
  }, []);

  useEffect(() => {
    if (version === 'replaced' && quiet) window.location.reload();
  }, [version, quiet]);

  return (
    <output className={css.place}>
      {version === 'waiting' && quiet && (
        <span className={css.update}>
          <span>
            <b>{t('title')}</b>
            <small>{t('kept')}</small>
          </span>
          <Button look="strong" className={css.take} onClick={() => worker.current?.letIn()}>
            {t('take')}
          </Button>
        </span>
      )}
    </output>
  );
};
