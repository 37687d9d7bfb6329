import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PlainDate } from '../../../domain/model/plain-date';
import type { Register } from '../../../register/database';
import { addSubscription } from '../../../register/subscriptions/store';
import type { Channel, Condition } from '../../../register/subscriptions/subscription';
import { noteColleague } from '../../../register/work/colleagues';
import type { AreaOf } from '../../../register/work/tables';

export const MANAGER = 'manager';
export const INBOX: readonly Channel[] = [{ kind: 'inbox' }];

/** A colleague as the register knows them. */
export async function knows(
  register: Register,
  changes: { subject?: string; role?: string; agency?: 'kommun' | 'skatteverket'; area?: AreaOf } = {},
): Promise<string> {
  const { subject = MANAGER, role = 'manager', agency = null, area = 'national' } = changes;
  const colleague = { subject, role, agency, area, name: null, email: `${subject}@etablering.example` };
  await noteColleague(register, colleague, new Date());
  return subject;
}

/** A subscription of the manager's, unless told otherwise. Gives its id. */
export async function subscribes(
  register: Register,
  condition: Condition,
  { owner = MANAGER, deliver = INBOX, webhookSecret = null as string | null } = {},
): Promise<string> {
  const added = await addSubscription(
    register,
    { owner, name: 'bevakning', condition, deliver, webhookSecret },
    50,
  );
  return added?.id ?? '';
}

type OpenStep = { kommun?: string; since?: PlainDate; queue?: 'ordinary' | 'protected' };

/** Copies of the only case there is, each with one open step: the personnummer at Skatteverket. Gives their ids. */
export async function waiting(
  register: Register,
  count: number,
  { kommun = '0484', since = '2027-01-01' as PlainDate, queue = 'ordinary' }: OpenStep = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await sql`insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', i.id, 'kommun', ${kommun}::text,
      'protection', jsonb_build_object('queue', ${queue}::text)))).*
    from cases c, unnest(${ids}::uuid[]) i (id) where c.id = (select id from cases limit 1)`.execute(
    register,
  );
  await sql`insert into case_steps select (jsonb_populate_record(s, jsonb_build_object('case_id', i.id,
      'status_kind', 'open', 'waiting_for', 'agency', 'kommun', ${kommun}::text, 'since', ${since}::text))).*
    from case_steps s, unnest(${ids}::uuid[]) i (id) where s.step_id = 'personnummer'
      and s.case_id = (select case_id from case_steps where step_id = 'personnummer' limit 1)`.execute(
    register,
  );
  return ids;
}

/** Their personnummer is no longer waited for. */
export async function done(register: Register, ids: readonly string[]): Promise<void> {
  await sql`update case_steps set status_kind = 'done' where case_id = any(${[...ids]}::uuid[])`.execute(
    register,
  );
}
