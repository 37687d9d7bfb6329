import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { KommunCode } from '../../domain/model/ids';

/** What a signed-in party is here to do. */
export const Role = z.enum(['caseworker', 'coordinator', 'manager', 'system', 'operator']);
export type Role = z.infer<typeof Role>;

/** Where a party works: everywhere, or for the residents of some kommuner. */
export const Area = z.union([z.literal('national'), z.array(KommunCode).min(1)]);

const base = { sub: z.string().min(1).max(200), area: Area };

/** The claims of an access token that the API reads. Only caseworkers and systems stand for an agency. */
export const Claims = z.discriminatedUnion('role', [
  z.object({ ...base, role: z.literal('caseworker'), agency: AgencyId }),
  z.object({ ...base, role: z.literal('system'), agency: AgencyId }),
  z.object({ ...base, role: z.literal('coordinator') }),
  z.object({ ...base, role: z.literal('manager') }),
  z.object({ ...base, role: z.literal('operator') }),
]);

/** Who is asking, as far as every rule of access needs to know. */
export type Caller = {
  readonly subject: string;
  readonly role: Role | 'anonymous';
  readonly agency?: AgencyId;
  readonly area: z.infer<typeof Area>;
};

/** The caller of an endpoint that asks nobody who they are. */
export const ANONYMOUS: Caller = { subject: 'anonymous', role: 'anonymous', area: [] };
