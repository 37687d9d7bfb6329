import { z } from 'zod';

/** The bodies that carry steps. Names stay Swedish; each has a task queue, a client and a simulator of its own. */
export const AgencyId = z
  .enum(['migrationsverket', 'arbetsformedlingen', 'skatteverket', 'kommun'])
  .meta({ id: 'AgencyId' });
export type AgencyId = z.infer<typeof AgencyId>;

/** Who has the main responsibility for a person on a day; `socialnamnden` is the kommun's board for minors alone here. */
export type ResponsibleParty = AgencyId | 'socialnamnden';

/** Whose move it is in an open step. */
export type WaitingFor = 'agency' | 'caseworker' | 'newcomer' | 'date';
