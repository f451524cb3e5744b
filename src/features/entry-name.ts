import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#features/handbook.tsx';
import { useSituation } from '#features/situation.ts';
import { session } from '#store/session.ts';
import { useFormat } from '#ui/format.ts';

type Named = { id: string; author: number };

/** How people speak of an entry: their own by its number on this phone, a colleague's by the colleague. */
export const useEntryName = (): ((entry: Named) => string) => {
  const { t } = useTranslation('journal');
  const format = useFormat();
  const me = useSituation();
  const device = useLive((db) => session(db))?.device;
  return useCallback(
    ({ id, author }) => {
      // Nobody is called by a wrong name while who is here is still being read.
      if (!me || device === undefined) return '';
      const [of, seq] = id.split('-').map(Number) as [number, number];
      if (author !== me.person.id)
        return t('turnOf', { name: me.team.find((person) => person.id === author)?.name ?? t('colleague') });
      return t(of === device ? 'turn' : 'turnElsewhere', { seq: format.number(seq) });
    },
    [t, format, me, device],
  );
};
