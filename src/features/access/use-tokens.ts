import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands, useLive, useOffice } from '#features/handbook.tsx';
import { provincePage, type ProvincePage } from '#features/province-page.ts';
import { useWanted } from '#features/use-wanted.ts';
import { useWords, type Words } from '#features/words.ts';
import type { AccessScope } from '#model/access.ts';
import type { UnitId } from '#model/unit.ts';
import { link } from '#store/link.ts';
import { keepToken, keptTokens, type MadeToken, type TokensPage } from '#store/officer-pages.ts';

const address = '/api/tokens';

/** The tokens of other systems, live. */
export const useTokens = (): ProvincePage<TokensPage> => {
  useWanted([address]);
  const known = useLive(async (db) => ({ kept: await keptTokens(db, address), link: await link(db) }));
  return known ? provincePage(known.kept, known.link) : { kind: 'opening' };
};

type Told<Answer> =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'refused'; refusal: Parameters<Words['refusal']>[0] }
  | { kind: 'unreachable' };

export type TokenWish = { name: string; scopes: AccessScope[]; unit: UnitId; days: number };

/** Makes and revokes tokens at once; what stands in the way is told in words. */
export const useAccess = () => {
  const { t } = useTranslation('access');
  const { db } = useHands();
  const office = useOffice();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const sent = async <Answer>(send: () => Promise<Told<Answer>>): Promise<Answer | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setTrouble(undefined);
    const outcome = await send();
    setBusy(false);
    if (outcome.kind === 'unreachable') setTrouble(t('noNetwork'));
    if (outcome.kind === 'refused') setTrouble(words.refusal(outcome.refusal));
    return outcome.kind === 'answered' ? outcome.answer : undefined;
  };
  return {
    busy,
    trouble,
    forget: () => setTrouble(undefined),
    /** With its secret, which is kept nowhere; undefined where the province made none. */
    make: async (wish: TokenWish): Promise<MadeToken | undefined> => {
      const made = await sent(() => office.access.make(wish));
      if (made) await keepToken(db, address, made.token);
      return made;
    },
    /** True once the province answers it no longer. */
    revoke: async (id: number): Promise<boolean> => {
      const token = await sent(() => office.access.revoke(id));
      if (token) await keepToken(db, address, token);
      return token !== undefined;
    },
  };
};
export type Access = ReturnType<typeof useAccess>;
