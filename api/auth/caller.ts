import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { KommunCode } from '../../domain/model/ids';

/** What a signed-in party is here to do. */
export const Role = z.enum(['caseworker', 'coordinator', 'manager', 'system', 'operator']);
export type Role = z.infer<typeof Role>;

/** Where a party works: everywhere, or for the residents of some kommuner. */
export const Area = z.union([z.literal('national'), z.array(KommunCode).min(1)]);

const base = {
  sub: z.string().min(1).max(200),
  area: Area,
  name: z.string().min(1).max(200).optional(),
  email: z.email().max(200).optional(),
};

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
  readonly name?: string;
  readonly email?: string;
};

/** The caller of an endpoint that asks nobody who they are. */
export const ANONYMOUS: Caller = { subject: 'anonymous', role: 'anonymous', area: [] };

/** Those who work alike: at the same agency, or in the same role across agencies, with the same residents. */
export function teamOf({ role, agency, area }: Caller): string {
  const where = area === 'national' ? area : [...area].sort().join(',');
  return `${agency ?? role}/${where}`;
}
