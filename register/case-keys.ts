import type { CaseId } from '../domain/model/ids';
import type { Register } from './database';

/**
 * Returns the id of a case's encryption key, as payloads name it. Throws when the case has none or it is destroyed.
 */
export async function caseKeyId(register: Register, caseId: string): Promise<string> {
  const { key_id: keyId } = await register
    .selectFrom('case_keys')
    .select('key_id')
    .where('case_id', '=', caseId as CaseId)
    .where('destroyed_at', 'is', null)
    .executeTakeFirstOrThrow(() => new Error('the case has no key'));
  return keyId;
}
