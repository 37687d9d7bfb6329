import type { Response } from 'supertest';
import { addDays } from '../../../domain/law/calendar';
import type { KommunCode, StepId } from '../../../domain/model/ids';
import type { PlainDate } from '../../../domain/model/plain-date';
import { stepDefinition } from '../../../domain/process/steps/catalogue';
import type { StepSpan } from '../../../domain/statistics/span';
import { stepCounts } from '../../../domain/statistics/span-counts';
import { createDatabase, type Register } from '../../../register/database';
import { addCounts } from '../../../register/statistics/work-counts';
import { createTestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { today } from '../support/household';

export const ESKILSTUNA = '0484';
export const SUNDSVALL = '2281';

/** A day so many days ago. */
export function ago(days: number): PlainDate {
  return addDays(today, -days);
}

/** Waits to be counted: so many alike, opened so many days ago, ended or stopped after so many days or going on. */
export type SomeWaits = {
  readonly step: string;
  readonly count: number;
  readonly openedAgo: number;
  readonly doneAfter?: number;
  readonly stoppedAfter?: number;
  readonly kommun?: string | null;
  /** The day of the case on which it was told; the last one that matters when not said. */
  readonly toldAgo?: number;
};

/** The API with a register whose counts a test writes; the engine is away. */
export type Office = Desk & {
  readonly register: Register;
  readonly counts: (...waits: readonly SomeWaits[]) => Promise<void>;
  /** Reads as a manager, coordinator or caseworker of some kommuner or everywhere, whom the provider does not know. */
  readonly getAs: (claims: Claims, path: string) => Promise<Response>;
  readonly close: () => Promise<void>;
};

type Claims = {
  readonly role: string;
  readonly area: 'national' | readonly string[];
  readonly agency?: string;
};

/** Opens the office. */
export async function openOffice(): Promise<Office> {
  const database = await createTestDatabase();
  const register = createDatabase(database.url);
  const desk = await openDesk({ register });
  return {
    ...desk,
    register,
    async counts(...waits) {
      for (const some of waits) await count(register, some);
    },
    async getAs(claims, path) {
      const exp = Math.floor(Date.now() / 1000) + 60;
      const authorization = `Bearer ${await desk.signIn.forge({ sub: 'somebody', exp, ...claims })}`;
      return desk.getWith('manager', path, { authorization });
    },
    async close() {
      await desk.close();
      await register.destroy();
      await database.drop();
    },
  };
}

async function count(register: Register, waits: SomeWaits): Promise<void> {
  const after = spanOf(waits);
  const changes = stepCounts(Array.from({ length: waits.count }, () => ({ after })));
  await addCounts(register, ago(waits.toldAgo ?? waits.openedAgo - (daysOf(waits) ?? 0)), changes);
}

function daysOf({ doneAfter, stoppedAfter }: SomeWaits): number | undefined {
  return doneAfter ?? stoppedAfter;
}

function spanOf(waits: SomeWaits): StepSpan {
  const { step, openedAgo, doneAfter, kommun = ESKILSTUNA } = waits;
  const definition = stepDefinition(step);
  if (!definition) throw new Error(`the catalogue has no step ${step}`);
  const days = daysOf(waits);
  return {
    stepId: step as StepId,
    agency: definition.agency,
    openedOn: ago(openedAgo),
    ...(days === undefined
      ? {}
      : { end: { on: ago(openedAgo - days), ...(doneAfter === undefined ? {} : { outcome: 'held' }) } }),
    ...(kommun === null ? {} : { kommun: kommun as KommunCode }),
  };
}
