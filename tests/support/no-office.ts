import { createOffice } from '#app/office.ts';

/** An officer's commands on a machine without any network: the real ones, and nobody answers. */
export const noOffice = createOffice(async () => ({ token: undefined, language: 'vi' }));
