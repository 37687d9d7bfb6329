import type { Register } from '../../register/database';
import { noteColleague } from '../../register/work/colleagues';
import type { Caller } from './caller';

/** How long a colleague is taken to be known as the token said, in milliseconds. */
const KNOWN_FOR = 600_000;

/** Keeps who signs in, so that they can be given work, mentioned and written to; systems are not colleagues. */
export function rememberColleagues(register: Register): (caller: Caller) => Promise<void> {
  const known = new Map<string, { readonly claims: string; readonly until: number }>();
  return async function remember(caller) {
    const { subject, role, agency = null, area, name = null, email = null } = caller;
    if (role === 'system' || role === 'anonymous') return;
    const claims = JSON.stringify(caller);
    const now = Date.now();
    const before = known.get(subject);
    if (before?.claims === claims && before.until > now) return;
    await noteColleague(register, { subject, role, agency, area, name, email }, new Date(now));
    known.set(subject, { claims, until: now + KNOWN_FOR });
  };
}
