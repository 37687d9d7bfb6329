import { z } from 'zod';

/** Skatteverket's contract `folkbokforing/v1`: every request carries the sender's own reference. */
const avsandarreferens = z.string().max(200);
const inkom = z.iso.datetime({ precision: 3 }).describe('Moment the sender sent it');
const dossiernummer = z.string().regex(/^\d{2}-\d{6}$/);
const kommunkod = z.string().regex(/^\d{4}$/);

const Person = z.strictObject({
  fornamn: z.string().min(1),
  efternamn: z.string().min(1),
  fodelsetid: z.string().regex(/^\d{8}$/),
});

/** A family's visit at a servicekontor to notify the move to Sweden. */
export const Besok = z.strictObject({
  avsandarreferens,
  dossiernummer,
  person: Person,
  inrest: z.iso.date().optional(),
  bostad: z.enum(['FAST', 'SAKNAS']).optional(),
  kommunkod: kommunkod.optional(),
  inkom,
});

/** A notification of a move to Sweden, to be decided: folkbokföring and personnummer. */
export const Arende = z.strictObject({
  avsandarreferens,
  dossiernummer,
  person: Person,
  kommunkod,
  uppehallstillstand: z
    .enum(['FLYKTING', 'ALTERNATIVT_SKYDD', 'OMMANDE', 'KVOT', 'ANKNYTNING', 'TILLFALLIGT_SKYDD'])
    .optional(),
  inkom,
});

/** Retracts a filing, also one that never arrived. */
export const Aterkallelse = z.strictObject({ avsandarreferens });

/** Asks which of these filings, a hundred at most, have led to a registration. */
export const Avisering = z.strictObject({ avsandarreferenser: z.array(avsandarreferens).min(1).max(100) });

/** Reminder, completion or demand for a decision about a matter, under a reference of its own. */
export const Skrivelse = z.strictObject({ avsandarreferens, skrivelsereferens: z.string().max(200), inkom });

/** Returns `YYYYMMDD` as `YYYY-MM-DD`. */
export function dayOfBirth(fodelsetid: string): string {
  return `${fodelsetid.slice(0, 4)}-${fodelsetid.slice(4, 6)}-${fodelsetid.slice(6)}`;
}
