import { randomUUID } from 'node:crypto';
import type { CaseId, KommunCode, MessageId, StepId } from '../../../domain/model/ids';
import type { PlainDate } from '../../../domain/model/plain-date';
import { enterAbsence, endAbsence } from '../../../register/absences/plan';
import { lockAbsence } from '../../../register/absences/absence';
import { lockCase } from '../../../register/assessment/projection';
import { createDatabase, type Register } from '../../../register/database';
import { readTimeline } from '../../../register/ledger';
import { assignStep, stepOwner } from '../../../register/work/assign';
import { noteColleague } from '../../../register/work/colleagues';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { intake } from '../../support/intake';

export const ANNA = 'anna';
export const BO = 'bo';
const SFI = 'sfi' as StepId;
const AT_THE_KOMMUN = { name: null, email: null, role: 'caseworker', agency: 'kommun' as const };

/** Two caseworkers of Eskilstuna kommun and its cases, in a register of their own. */
export class Office {
  constructor(
    readonly database: TestDatabase,
    readonly register: Register,
  ) {}

  async hires(subject: string, kommun = '0484'): Promise<void> {
    const area = [kommun as KommunCode];
    await noteColleague(this.register, { ...AT_THE_KOMMUN, subject, area }, new Date());
  }

  /** Opens cases whose SFI is somebody's. */
  async gives(subject: string, count: number): Promise<CaseId[]> {
    const cases = await intake(
      this.register,
      Array.from({ length: count }, () => []),
    );
    for (const caseId of cases) await this.assigns(caseId, subject);
    return cases.sort();
  }

  async assigns(caseId: CaseId, to: string | null, at = new Date()) {
    return this.register.transaction().execute(async (trx) => {
      await lockCase(trx, caseId);
      const from = (await stepOwner(trx, caseId, SFI))?.assignee ?? null;
      const messageId = randomUUID() as MessageId;
      return assignStep(trx, { messageId, caseId, stepId: SFI, filing: 1, from, to, by: 'manager', at });
    });
  }

  /** Anna is away and Bo stands in. */
  async isAway(from: string, to: string): Promise<MessageId> {
    const id = randomUUID() as MessageId;
    const days = { from: from as PlainDate, to: to as PlainDate };
    const asked = { id, subject: ANNA, substitute: BO, createdBy: ANNA, ...days };
    await this.register.transaction().execute((trx) => enterAbsence(trx, asked));
    return id;
  }

  async comesBack(id: MessageId): Promise<void> {
    await this.register.transaction().execute(async (trx) => {
      const absence = await lockAbsence(trx, id);
      if (absence) await endAbsence(trx, absence, ANNA, new Date());
    });
  }

  async assigneesOf(cases: readonly CaseId[]): Promise<(string | null | undefined)[]> {
    const owners = await Promise.all(cases.map((caseId) => stepOwner(this.register, caseId, SFI)));
    return owners.map((owner) => owner?.assignee);
  }

  /** Every assignment in a case's ledger after the first, which gave it to Anna. */
  async movesOf(caseId: CaseId) {
    const rows = await readTimeline(this.register, caseId, 200);
    return rows
      .filter(({ kind }) => kind === 'assignment')
      .slice(1)
      .map(({ actor, content }) => ({ actor, ...content }));
  }

  async toldTo(recipient: string) {
    return this.register
      .selectFrom('inbox')
      .select(['kind', 'case_id as caseId', 'content'])
      .where('recipient', '=', recipient)
      .orderBy('id')
      .execute();
  }

  async close(): Promise<void> {
    await this.register.destroy();
    await this.database.drop();
  }
}

/** Opens the office: Anna and Bo work there. */
export async function openOffice(): Promise<Office> {
  const database = await createTestDatabase();
  const office = new Office(database, createDatabase(database.url));
  await office.hires(ANNA);
  await office.hires(BO);
  return office;
}
