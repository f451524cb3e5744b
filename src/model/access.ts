/** What a token of the read-only interface opens: sums and targets, the tree of units, the standing of reports. */
export const accessScopes = ['figures', 'units', 'reports'] as const;
export type AccessScope = (typeof accessScopes)[number];

/** Days a token may live, at most; a system that is still there is then given a new one. */
export const mostAccessDays = 730;
export const mostTokenName = 80;
