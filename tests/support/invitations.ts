/** The codes that the first start prints, one for each role. */
export type Invitations = { villageMember: string; communeOfficer: string; provinceOfficer: string };

/** Reads them off the terminal, as a person would: they stand in this order. */
export const invitationsIn = (printed: string): Invitations => {
  const [villageMember, communeOfficer, provinceOfficer] = printed.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? [];
  if (!villageMember || !communeOfficer || !provinceOfficer) throw new Error(`No three invitations in: ${printed}`);
  return { villageMember, communeOfficer, provinceOfficer };
};
