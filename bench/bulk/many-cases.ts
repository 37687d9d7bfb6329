import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { addDays } from '../../domain/law/calendar';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Running } from '../../local/running';
import { createDatabase } from '../../register/database';
import { ask } from '../ask';

/** Sundsvall: those who work meanwhile do so with cases elsewhere. */
export const KOMMUN = '2281';
const IN_A_HOUSEHOLD = 20;

/** Opens `count` cases through the API and waits until each has a workflow and no hand-over is under way. */
export async function openMany(running: Running, count: number, today: PlainDate): Promise<void> {
  for (let first = 0; first < count; first += IN_A_HOUSEHOLD) {
    const body = JSON.stringify(household(first, Math.min(IN_A_HOUSEHOLD, count - first), today));
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    const answer = await ask(running, 'coordinator', '/api/v1/households', init);
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  }
  await untilQuiet(running);
}

/** Waits until every case has been planned by its workflow and every hand-over has arrived. */
export async function untilQuiet({ databaseUrl }: Running): Promise<void> {
  const register = createDatabase(databaseUrl);
  for (let left = 1; left > 0;) {
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from cases where run_id is null)::int
        + (select count(*) from case_steps where record -> 'handOver' ->> 'state' = 'running')::int as left`.execute(
      register,
    );
    left = rows[0]?.left ?? 0;
    if (left > 0) await pause(1_000);
  }
  await register.destroy();
}

/** Adult refugees in Sundsvall, with numbers of a series of their own. */
function household(first: number, count: number, today: PlainDate) {
  const from = addDays(today, -20);
  const facts = [
    { fact: { kind: 'birth', bornOn: '1991-05-14' }, validFrom: '1991-05-14' },
    { fact: { kind: 'permit', ground: 'refugee', decidedOn: from, validFrom: from }, validFrom: from },
    { fact: { kind: 'language', lacksSwedish: true }, validFrom: from },
    { fact: { kind: 'protectedIdentity', level: 'none' }, validFrom: from },
  ];
  return {
    source: 'bench',
    facts: [{ fact: { kind: 'stay', kommun: KOMMUN, dwelling: 'fixed' }, validFrom: from }],
    members: Array.from({ length: count }, (_member, index) => ({
      givenName: 'Test',
      familyName: 'Testsson',
      dossiernummer: `98-${String(first + index).padStart(6, '0')}`,
      role: 'adult',
      facts,
    })),
  };
}
