import type { AgencyClient, AgencyReceipt } from '../../activities/clients/agency-client';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { Instant } from '../../domain/model/plain-date';

/** An agency whose answers a test writes: what it was told, in order, and what it does next. */
export type ScriptedAgency = AgencyClient & {
  /** Everything it was told and took, `handOver <key>`, `retract <key>`, `reminder <key>/4`. */
  readonly told: string[];
  /** How it meets what it is told: takes it, throws this fault, or waits for the promise first. */
  meet: () => Error | undefined | Promise<void>;
  /** From now on everything waits at the agency's door; what is given lets it in. */
  readonly holdsBack: () => () => void;
};

/** A willing agency, until the test changes `meet`. */
export function scriptedAgency(): ScriptedAgency {
  async function take(what: string, now: Instant): Promise<AgencyReceipt> {
    const fault = agency.meet();
    if (fault instanceof Error) throw fault;
    await fault;
    agency.told.push(what);
    return { reference: what, on: stockholmDayAt(Date.parse(now)), answer: {} };
  }

  const agency: ScriptedAgency = {
    told: [],
    meet: () => undefined,
    handOver: ({ key, now }) => take(`handOver ${filingReference(key)}`, now),
    async retract(key) {
      await take(`retract ${filingReference(key)}`, '1970-01-01T00:00:00.000Z' as Instant);
    },
    sendErrand: (kind, key, n, now) => take(`${kind} ${errandReference(key, kind, n)}`, now),
    holdsBack() {
      let open = (): void => undefined;
      const door = new Promise<void>((resolve) => (open = resolve));
      agency.meet = () => door;
      return () => {
        agency.meet = () => undefined;
        open();
      };
    },
  };
  return agency;
}
