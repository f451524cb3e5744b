import type { LinkRow } from '#store/database.ts';
import type { KeptPage } from '#store/officer-pages.ts';

type Refusal = NonNullable<KeptPage<unknown>['refusal']>;

/** A page of the province as a screen can show it. `fetchedAt` in milliseconds by this device's clock. */
export type ProvincePage<Body> =
  | { kind: 'opening' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'shown'; body: Body; fetchedAt: number; trouble: null | 'unreachable' | Refusal };

// What the person may no longer see is not shown from memory either.
const forGood: readonly Refusal['code'][] = ['unit-out-of-scope', 'role-too-low', 'not-found', 'query-unreadable'];

/** What was kept of a page, in the light of how the last requests went. */
export const provincePage = <Body>(
  kept: KeptPage<Body> | undefined,
  { trouble }: Pick<LinkRow, 'trouble'>,
): ProvincePage<Body> => {
  const unreachable = trouble?.kind === 'unreachable';
  const refusal = kept?.refusal ?? (trouble?.kind === 'refused' ? trouble.refusal : null);
  if (!kept || kept.body === null || kept.fetchedAt === null) {
    if (refusal) return { kind: 'refused', refusal };
    return { kind: unreachable ? 'unreachable' : 'opening' };
  }
  if (kept.refusal && forGood.includes(kept.refusal.code)) return { kind: 'refused', refusal: kept.refusal };
  return { kind: 'shown', body: kept.body, fetchedAt: kept.fetchedAt, trouble: unreachable ? 'unreachable' : refusal };
};
