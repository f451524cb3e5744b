import { Image } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffice } from '#features/handbook.tsx';
import { Button } from '#ui/Button.tsx';
import css from './PhotosBehind.module.css';

type Loaded = { kind: 'shown'; address: string } | { kind: 'failed' | 'gone' };

/** The photos of an entry, fetched when somebody wants to look, and kept nowhere. */
export const PhotosBehind = ({ names, day }: { names: readonly string[]; day: string }) => {
  const { t } = useTranslation('photos');
  const office = useOffice();
  const [wanted, setWanted] = useState(0);
  const [loaded, setLoaded] = useState<(Loaded | undefined)[]>([]);
  const all = names.join(' ');

  useEffect(() => {
    if (wanted === 0) return undefined;
    let left = false;
    const addresses: string[] = [];
    const load = async () => {
      for (const name of all.split(' ')) {
        const outcome = await office.photo(name);
        if (left) return;
        if (outcome.kind === 'answered') {
          const address = URL.createObjectURL(outcome.answer);
          addresses.push(address);
          setLoaded((before) => [...before, { kind: 'shown', address }]);
        } else setLoaded((before) => [...before, { kind: outcome.kind === 'refused' ? 'gone' : 'failed' }]);
      }
    };
    void load();
    return () => {
      left = true;
      addresses.forEach((address) => URL.revokeObjectURL(address));
      setLoaded([]);
    };
  }, [office, all, wanted]);

  const failed = loaded.some((one) => one?.kind === 'failed');
  return (
    <div className={css.photos}>
      {(wanted === 0 || failed) && (
        <Button look="strong" icon={Image} className={css.see} onClick={() => setWanted((times) => times + 1)}>
          {t('behind', { count: names.length })}
        </Button>
      )}
      {failed && <p role="alert">{t('behindFailed')}</p>}
      {wanted > 0 && (
        <ul className={css.list} aria-busy={loaded.length < names.length || undefined}>
          {loaded.map((one, i) =>
            one?.kind === 'shown' ? (
              <li key={names[i]}>
                <img src={one.address} alt={t('behindOne', { n: i + 1, day })} />
              </li>
            ) : (
              one?.kind === 'gone' && <li key={names[i]}>{t('behindGone')}</li>
            ),
          )}
        </ul>
      )}
    </div>
  );
};
