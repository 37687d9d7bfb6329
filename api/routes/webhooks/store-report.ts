import type { AgencyId } from '../../../domain/model/agency';
import type { CaseId, MessageId } from '../../../domain/model/ids';
import type { Register } from '../../../register/database';
import type { ReportBody } from '../../../register/message-body';
import { bodyHash, requestMessageId } from '../../../register/message-id';
import { wakeRelay } from '../../../register/messages/relay-bell';
import { findMessage, storeMessage } from '../../../register/messages/store';
import { keyReused } from '../../problem';

type Report = {
  readonly agency: AgencyId;
  readonly caseId: CaseId;
  readonly path: string;
  readonly webhookId: string;
  readonly bytes: Buffer;
  readonly item: ReportBody['items'][number];
};

/** Stores an agency's fact and wakes the relay. A redelivery is stored once. Throws 409 for another body under its id. */
export async function storeReport(register: Register, report: Report): Promise<MessageId> {
  const { agency, caseId, item } = report;
  const caller = `webhook:${agency}`;
  const id = requestMessageId(caller, 'post', report.path, report.webhookId);
  const hash = bodyHash(report.bytes);
  const { stepId, filing, outcome, on, servedOn } = item;
  const items = [{ stepId, filing, outcome, on, servedOn }];
  const isNew = await register.transaction().execute(async (trx) => {
    const stored = await storeMessage(trx, {
      id,
      caseId,
      kind: 'report',
      via: 'signal',
      caller,
      bodyHash: hash,
      body: { items: [item] },
      message: { kind: 'report', messageId: id, items },
    });
    if (stored) await wakeRelay(trx);
    return stored;
  });
  if (!isNew && (await findMessage(register, id))?.bodyHash !== hash) throw keyReused();
  return id;
}
