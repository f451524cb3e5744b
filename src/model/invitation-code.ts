/** Eight characters of Crockford's base 32, said and typed in two groups: 'K7QM-2XVD'. Case and dashes do not matter. */
export const readInvitationCode = (text: string): string | undefined => {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined;
};
