import {
  type AskRegistrations,
  MOST_ASKED,
  type RegistrationAnswer,
} from '../../activities/clients/skatteverket-registrations';
import type { BackgroundWork } from '../../activities/background';
import type { StepId } from '../../domain/model/ids';
import type { Register } from '../../register/database';
import { openFilings, type OpenFiling } from '../../register/hand-over/open-filings';
import type { ReportBody } from '../../register/message-body';
import { bodyHash, requestMessageId } from '../../register/message-id';
import { storeReport } from '../../register/messages/store-report';

const PERSONNUMMER = 'personnummer' as StepId;
const CALLER = 'poll:skatteverket';

/** How Skatteverket is asked, and the pause between two rounds in milliseconds. */
export type PollingParts = {
  readonly register: Register;
  readonly ask: AskRegistrations;
  readonly everyMs: number;
};

/**
 * Asks Skatteverket who has been registered of all people whose application it has, and stores each answer as a report,
 * as a webhook would. An error ends the round; the next round asks about everybody again.
 */
export function polling(parts: PollingParts): BackgroundWork {
  return { name: CALLER, everyMs: parts.everyMs, round: (signal) => askForAll(parts, signal) };
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
