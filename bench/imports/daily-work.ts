import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../../domain/law/calendar';
import type { PlainDate } from '../../domain/model/plain-date';
import { ask, type Target } from '../ask';
import { seeded } from '../chance';

/** How long answers took, in milliseconds, and how many there were. */
export type Answers = { readonly p50: number; readonly p95: number; readonly count: number };

/** Cases that people work in while something else runs. */
export class DailyWork {
  private times: number[] = [];
  private readonly chance = seeded(1);
  private isWorking = true;
  private working: Promise<void> = Promise.resolve();

  private constructor(
    private readonly target: Target,
    private readonly caseIds: readonly string[],
    private readonly today: PlainDate,
  ) {}

  /** Opens `count` households of one and waits until each case has a workflow. */
  static async open(target: Target, count: number, today: PlainDate): Promise<DailyWork> {
    const caseIds: string[] = [];
    for (let number = 0; number < count; number += 1) {
      const body = JSON.stringify(household(number, today));
      const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
      const answer = await ask(target, 'coordinator', '/api/v1/households', init);
      const opened = (await answer.json()) as { cases: { caseId: string }[] };
      caseIds.push(opened.cases[0]?.caseId ?? '');
    }
    for (const caseId of caseIds) {
      let revision = 0;
      while (revision === 0) {
        const answer = await ask(target, 'coordinator', `/api/v1/cases/${caseId}`);
        revision = ((await answer.json()) as { revision: number }).revision;
        if (revision === 0) await pause(200);
      }
    }
    return new DailyWork(target, caseIds, today);
  }

  /** Records a fact of one of the cases at a fixed rate. */
  start(perSecond: number): void {
    this.working = this.work(1_000 / perSecond);
  }

  /** How long the answers took since the last call. */
  answers(): Answers {
    const times = this.times.toSorted((one, other) => one - other);
    this.times = [];
    const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? Number.NaN);
    return { p50: at(0.5), p95: at(0.95), count: times.length };
  }

  async stop(): Promise<void> {
    this.isWorking = false;
    await this.working;
  }

  /** A request that waits for its answer does not delay the others. */
  private async work(everyMs: number): Promise<void> {
    const asked: Promise<void>[] = [];
    while (this.isWorking) {
      asked.push(this.tell());
      await pause(everyMs);
    }
    await Promise.all(asked);
  }

  private async tell(): Promise<void> {
    const caseId = this.caseIds[Math.floor(this.chance() * this.caseIds.length)];
    const fact = { kind: 'education', foreignGrades: this.chance() < 0.5 };
    const body = JSON.stringify({
      appliesTo: 'person',
      fact,
      validFrom: addDays(this.today, -5),
      source: 'bench',
    });
    const began = performance.now();
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    const answer = await ask(this.target, 'coordinator', `/api/v1/cases/${caseId}/facts`, init);
    if (answer.status !== 200 && answer.status !== 202)
      throw new Error(`${answer.status} ${await answer.text()}`);
    this.times.push(performance.now() - began);
  }
}

/** One adult refugee with a number of another series than the files'. */
function household(number: number, today: PlainDate) {
  const from = addDays(today, -20);
  return {
    source: 'bench',
    facts: [{ fact: { kind: 'stay', kommun: '0484', dwelling: 'fixed' }, validFrom: from }],
    members: [
      {
        givenName: 'Test',
        familyName: 'Testsson',
        dossiernummer: `99-${String(number).padStart(6, '0')}`,
        role: 'adult',
        facts: [
          { fact: { kind: 'birth', bornOn: '1991-05-14' }, validFrom: '1991-05-14' },
          {
            fact: { kind: 'permit', ground: 'refugee', decidedOn: from, validFrom: from },
            validFrom: from,
          },
          { fact: { kind: 'protectedIdentity', level: 'none' }, validFrom: from },
        ],
      },
    ],
  };
}
