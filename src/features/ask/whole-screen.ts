import { useEffect } from 'react';

/** Takes the whole screen, the browser's own bars as well, where the browser lets it, and gives it back on leaving. */
export const useWholeScreen = (): void => {
  useEffect(() => {
    // Refused without a tap just before, as after a restart: the question is asked all the same.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
};
