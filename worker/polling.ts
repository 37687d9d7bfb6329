import {
  type AskRegistrations,
  MOST_ASKED,
  type RegistrationAnswer,
} from '../activities/clients/skatteverket-registrations';
import type { StepId } from '../domain/model/ids';
import type { Logger } from '../platform/logger';
import type { Register } from '../register/database';
import { openFilings, type OpenFiling } from '../register/hand-over/open-filings';
import type { ReportBody } from '../register/message-body';
import { bodyHash, requestMessageId } from '../register/message-id';
import { storeReport } from '../register/messages/store-report';
import type { Turns } from '../register/turns';
import { startInTurn } from './in-turn';

const PERSONNUMMER = 'personnummer' as StepId;
const CALLER = 'poll:skatteverket';

/** What a round of polling is made of; `everyMs` is the pause between two rounds, 0 is never. */
export type PollingParts = {
  readonly register: Register;
  readonly turns: Turns;
  readonly ask: AskRegistrations;
  readonly everyMs: number;
  readonly logger: Logger;
};

/**
 * Asks Skatteverket, again and again until `stop` is called, who has been registered of all those whose matter lies
 * there, and stores each answer as a report, as a webhook would be. One worker of an installation asks; when it is gone
 * another takes its place. A fault ends the round, and the next one asks for everything anew.
 */
export function startPolling(parts: PollingParts): { stop: () => Promise<void> } {
  const { turns, everyMs, logger } = parts;
  if (everyMs <= 0) return { stop: () => Promise.resolve() };
  return startInTurn({
    turns,
    name: CALLER,
    patience: everyMs,
    async round(signal) {
      await askForAll(parts, signal);
      return everyMs;
    },
    logger,
    trouble: 'Skatteverket could not be asked to the end',
  });
}

async function askForAll({ register, ask }: PollingParts, signal: AbortSignal): Promise<void> {
  for (let after = ''; !signal.aborted;) {
    const filings = await openFilings(register, PERSONNUMMER, { after, limit: MOST_ASKED });
    if (filings.length === 0) return;
    const references = filings.map(({ reference }) => reference);
    for (const told of await ask(references, signal)) {
      const filing = filings.find(({ reference }) => reference === told.reference);
      if (filing) await storeReport(register, reportOf(filing, told));
    }
    after = references.at(-1) ?? '';
  }
}

/** The same answer has the same id in every round; another answer about the same filing is another message. */
function reportOf(filing: OpenFiling, told: RegistrationAnswer) {
  const hash = bodyHash(told);
  return {
    id: requestMessageId(CALLER, 'post', filing.reference, hash),
    caseId: filing.caseId,
    caller: CALLER,
    bodyHash: hash,
    item: itemOf(filing, told),
  };
}

function itemOf({ stepId, filing }: OpenFiling, told: RegistrationAnswer): ReportBody['items'][number] {
  if ('unreadable' in told) return { stepId, filing, fields: {}, unreadable: told.unreadable };
  const { personnummer, kommun, from, decidedOn, servedOn } = told;
  const fields = { personnummer, kommun, from };
  return { stepId, filing, outcome: 'registered', on: decidedOn, servedOn, fields };
}
