import { useState, type ReactNode } from 'react';
import { catalogues } from '#app/catalogue-words.ts';
import { Opening } from '#app/Opening.tsx';
import { placeSaying } from '#app/place-saying.ts';
import { useLive } from '#features/handbook.tsx';
import { useScreenLock } from '#features/lock/screen-lock.ts';
import { hasPin } from '#store/pin.ts';
import { session } from '#store/session.ts';

const SignIn = placeSaying(['sign-in', ...catalogues], () => import('#features/sign-in/SignIn.tsx'));
const Lock = placeSaying(['lock'], () => import('#features/lock/Lock.tsx'));

/** Lets in who has signed in and, where a PIN is set, who knows it. */
export const Door = ({ children }: { children: ReactNode }) => {
  const who = useLive(async (db) => ({ signedIn: (await session(db)) !== undefined, pin: await hasPin(db) }));
  const { locked, open } = useScreenLock(who?.pin);
  const [forgotten, setForgotten] = useState(false);

  if (!who) return <Opening />;
  if (!who.signedIn) return <SignIn />;
  if (who.pin && locked && forgotten) {
    return (
      <SignIn
        forgotPin
        onBack={() => setForgotten(false)}
        onDone={() => {
          setForgotten(false);
          open();
        }}
      />
    );
  }
  if (who.pin && locked) return <Lock onOpen={open} onForgot={() => setForgotten(true)} />;
  return children;
};
