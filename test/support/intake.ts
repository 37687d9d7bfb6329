import { randomInt, randomUUID } from 'node:crypto';
import { addDays } from '../../domain/law/calendar';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { Fact } from '../../domain/model/facts';
import type { CaseId, KommunCode, MessageId } from '../../domain/model/ids';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../../register/database';
import { planFirstCut } from '../rules/support';
import type { Planner } from '../../register/assessment/planner';
import { openCases } from '../../register/intake/open-cases';

/** An adult refugee: permit decided ten days before `today`, here since last year, speaks no Swedish yet. */
export function adultRefugee(today: PlainDate): Fact[] {
  return [
    { kind: 'birth', bornOn: '1991-05-14' as PlainDate },
    { kind: 'arrival', arrivedOn: addDays(today, -400) },
    {
      kind: 'permit',
      ground: 'refugee',
      decidedOn: addDays(today, -10),
      validFrom: addDays(today, -10),
      validTo: addDays(today, 1085),
    },
    { kind: 'language', lacksSwedish: true },
    { kind: 'protectedIdentity', level: 'none' },
  ];
}

/** Opens a household staying in Eskilstuna; each member is an adult refugee but for the facts given. */
export async function intake(
  register: Register,
  members: readonly (readonly Fact[])[],
  planner: Planner = planFirstCut,
): Promise<CaseId[]> {
  const now = new Date().toISOString() as Instant;
  const today = stockholmDayAt(Date.parse(now));
  const validFrom = addDays(today, -10);
  const result = await openCases(register, planner, {
    messageId: randomUUID() as MessageId,
    caller: 'test',
    bodyHash: '',
    body: {},
    source: 'migrationsverket',
    householdFacts: [
      { fact: { kind: 'stay', kommun: '0484' as KommunCode, dwelling: 'fixed' }, validFrom },
      { fact: { kind: 'settlement', form: 'anvisad' }, validFrom },
    ],
    members: members.map((own) => ({
      givenName: 'Test',
      familyName: 'Testsson',
      dossiernummer: `50-${randomInt(100_000, 999_999)}`,
      role: 'adult' as const,
      facts: withOwn(adultRefugee(today), own).map((fact) => ({ fact, validFrom })),
    })),
    now,
    respond: () => ({ status: 201, body: {} }),
  });
  if (result.kind !== 'opened') throw new Error(`intake answered ${result.kind}`);
  return result.opened.cases.map(({ caseId }) => caseId);
}

function withOwn(usual: readonly Fact[], own: readonly Fact[]): readonly Fact[] {
  const kinds = new Set(own.map(({ kind }) => kind));
  return [...usual.filter(({ kind }) => !kinds.has(kind)), ...own];
}
