import type { CaseId, MessageId } from '../../domain/model/ids';
import { faultCode, type Logger } from '../../platform/logger';
import type { Planner } from '../../register/assessment/planner';
import type { Register } from '../../register/database';
import { isDatabaseAway } from '../../register/health/faults';
import { type ImportAtWork, noteWaiting } from '../../register/imports/at-work';
import { endIfOver } from '../../register/imports/end';
import { type NextHousehold, nextHouseholds } from '../../register/imports/opening/next-households';
import { giveUp, openHousehold } from '../../register/imports/opening/open-household';
import { strain } from '../../register/imports/opening/strain';
import type { WaitsBecause } from '../../register/imports/tables';
import type { Opened } from '../../register/intake/open-cases';
import { confirmMessage } from '../../register/messages/relay-queue';

/** What opening an import's households takes. */
export type OpenerParts = {
  readonly register: Register;
  readonly planner: Planner;
  /** Starts the workflow of a case that has just been opened; rejects while the engine is away. */
  readonly start: (caseId: CaseId) => Promise<void>;
  /** The most cases in a second. */
  readonly casesPerSecond: number;
  readonly logger: Logger;
};

/** Pauses in milliseconds: with nothing to open, and while other work waits. */
const IDLE = 1_000;
const STRAINED = 2_000;
/** How long an answer about other work stays valid, in milliseconds. */
const SEEN_FOR = 1_000;
/** Households read ahead at a time. */
const AHEAD = 20;
/** How often a household is tried that fails with an internal error. */
const TRIES = 3;

type Next = { readonly file: ImportAtWork; readonly household: NextHousehold };

/** Opens the households of imports one by one, never faster than the rate, and not at all while other work waits. */
export class ImportOpener {
  private readonly ahead = new Map<string, NextHousehold[]>();
  private readonly failed = new Map<string, number>();
  private openAt = 0;
  private seen: { readonly at: number; readonly because?: WaitsBecause } = { at: 0 };

  constructor(private readonly parts: OpenerParts) {}

  /** Opens the next household of the oldest of these imports that has one; returns the pause until the next call, in milliseconds. */
  async openNext(files: readonly ImportAtWork[]): Promise<number> {
    const began = Date.now();
    if (began < this.openAt) return this.openAt - began;
    this.forgetStopped(files);
    const next = await this.next(files);
    if (!next) return IDLE;
    const because = await this.strain();
    await noteWaiting(this.parts.register, next.file.id, because);
    if (because) {
      // They may wait for long; who comes into the register meanwhile is to be compared with.
      this.ahead.clear();
      return STRAINED;
    }
    this.ahead.get(next.file.id)?.shift();
    await this.open(next);
    this.openAt = began + (next.household.lines.length * 1_000) / this.parts.casesPerSecond;
    return Math.max(this.openAt - Date.now(), 0);
  }

  private forgetStopped(files: readonly ImportAtWork[]): void {
    for (const id of this.ahead.keys()) {
      if (!files.some((file) => file.id === id)) this.ahead.delete(id);
    }
  }

  private async next(files: readonly ImportAtWork[]): Promise<Next | undefined> {
    for (const file of files) {
      const [household] = await this.aheadOf(file);
      if (household) return { file, household };
      await endIfOver(this.parts.register, file.id);
    }
    return undefined;
  }

  private async aheadOf({ id }: ImportAtWork): Promise<readonly NextHousehold[]> {
    const ahead = this.ahead.get(id) ?? [];
    if (ahead.length > 0) return ahead;
    const more = [...(await nextHouseholds(this.parts.register, id, AHEAD))];
    if (more.length > 0) this.ahead.set(id, more);
    else this.ahead.delete(id);
    return more;
  }

  private async strain(): Promise<WaitsBecause | undefined> {
    if (Date.now() - this.seen.at > SEEN_FOR) {
      this.seen = { at: Date.now(), because: await strain(this.parts.register) };
    }
    return this.seen.because;
  }

  /** A household that keeps failing must not hold up the others; a database that is away holds up all. */
  private async open({ file, household: { household } }: Next): Promise<void> {
    const { register, planner, logger } = this.parts;
    const name = `${file.id}/${household}`;
    try {
      const { opened } = await openHousehold(register, planner, file, household);
      if (opened) await this.startAll(opened);
      this.failed.delete(name);
    } catch (fault) {
      if (isDatabaseAway(fault)) throw fault;
      const times = (this.failed.get(name) ?? 0) + 1;
      this.failed.set(name, times);
      logger.error(
        { importId: file.id, times, fault: faultCode(fault) },
        'a household of an import is not opened',
      );
      if (times < TRIES) return;
      this.failed.delete(name);
      await giveUp(register, file.id, household);
    }
  }

  /** Confirms each start that went through; the others stay for the relay. */
  private async startAll({ cases }: Opened): Promise<void> {
    const starts = cases.map(({ caseId, startId }) => this.startOne(caseId, startId));
    const failed = (await Promise.allSettled(starts)).filter(({ status }) => status === 'rejected');
    if (failed.length > 0)
      this.parts.logger.warn({ failed: failed.length }, 'the relay will start the workflows');
  }

  private async startOne(caseId: CaseId, startId: MessageId): Promise<void> {
    await this.parts.start(caseId);
    await confirmMessage(this.parts.register, startId);
  }
}
