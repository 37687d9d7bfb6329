import type { CaseId, MessageId } from '../../domain/model/ids';
import type { Register } from '../database';
import type { ReportBody } from '../message-body';
import { wakeRelay } from './relay-bell';
import { findMessage, storeMessage } from './store';

/** An agency's report about a filing, received or polled: `caller` is `webhook:<agency>` or `poll:<agency>`. */
export type Report = {
  readonly id: MessageId;
  readonly caseId: CaseId;
  readonly caller: string;
  readonly bodyHash: string;
  readonly item: ReportBody['items'][number];
};

/** Result; `known`: the same report is stored; `otherBody`: another one is stored under the same id. */
export type ReportStored = 'stored' | 'known' | 'otherBody';

/** Stores an agency's report once, and wakes the relay that delivers it to its case. */
export async function storeReport(register: Register, report: Report): Promise<ReportStored> {
  const { id, caseId, caller, bodyHash, item } = report;
  const { stepId, filing, outcome, on, servedOn } = item;
  const items = [{ stepId, filing, outcome, on, servedOn }];
  const isNew = await register.transaction().execute(async (trx) => {
    const stored = await storeMessage(trx, {
      id,
      caseId,
      kind: 'report',
      via: 'signal',
      caller,
      bodyHash,
      body: { items: [item] },
      message: { kind: 'report', messageId: id, items },
    });
    if (stored) await wakeRelay(trx);
    return stored;
  });
  if (isNew) return 'stored';
  return (await findMessage(register, id))?.bodyHash === bodyHash ? 'known' : 'otherBody';
}
