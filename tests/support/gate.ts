import type { Gate } from '#features/handbook.tsx';
import type { RefusalCode } from '#protocol/refusals.ts';
import type { SignInQuestion } from '#protocol/sign-in.ts';
import { invitationOf, welcome } from './situations.ts';

export const unreachable = { kind: 'unreachable', timedOut: false } as const;
export const refused = (code: RefusalCode) => ({ kind: 'refused', refusal: { code, params: {} } }) as const;

/** The network's end of signing in, and what was asked of it. It welcomes everybody until told otherwise. */
export const openGate = (but: Partial<Gate> = {}) => {
  const asked: { invitations: string[]; signIns: SignInQuestion[]; signOuts: number } = {
    invitations: [],
    signIns: [],
    signOuts: 0,
  };
  const answers: Gate = {
    whoseInvitation: async () => ({ kind: 'answered', answer: invitationOf() }),
    signIn: async () => ({ kind: 'answered', answer: welcome() }),
    signOut: async () => ({ kind: 'answered', answer: null }),
    ...but,
  };
  const gate: Gate = {
    whoseInvitation: (code) => {
      asked.invitations.push(code);
      return answers.whoseInvitation(code);
    },
    signIn: (question) => {
      asked.signIns.push(question);
      return answers.signIn(question);
    },
    signOut: () => {
      asked.signOuts += 1;
      return answers.signOut();
    },
  };
  return { gate, asked, answers };
};
