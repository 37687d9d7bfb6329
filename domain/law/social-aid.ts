/**
 * Socialtjänstlagen (2025:400, SoL) 12 kap.: ekonomiskt bistånd. Of the act itself nothing was read: LMA 1 § cites 10:2,
 * socialtjänstförordningen (2025:468) cites 12:7.
 */

/** The right to bistånd as it is cited; before July 2025 it stood in SoL 2001:453 4:1. */
export const BISTAND_LAW = 'SoL 2025:400 12 kap.';

/** Why someone under LMA gets no bistånd from socialnämnden, as it is cited. */
export const LMA_BAR_LAW = 'LMA 1 §; SoL 2025:400 10:2';
