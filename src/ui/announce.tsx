import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Toast } from '#ui/Toast.tsx';

type Announce = (words: string) => void;
const AnnounceContext = createContext<Announce>(() => undefined);

/** Says something in passing: shown for a while, and read out when the reader next pauses. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

export const AnnounceProvider = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useCallback((words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  const gone = useCallback(() => setSaid(({ turn }) => ({ words: '', turn })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <Toast words={said.words} turn={said.turn} onGone={gone} />
    </AnnounceContext>
  );
};
