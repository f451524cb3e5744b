import { useEffect } from 'react';

/** While a report is open the app prints on the paper of official documents from its first page on (see Preview.module.css). */
export const useOfficialPaper = (): void => {
  useEffect(() => {
    document.body.style.setProperty('page', 'official');
    return () => void document.body.style.removeProperty('page');
  }, []);
};
