import type { Response } from 'supertest';
import type { CaseId } from '../../../domain/model/ids';
import { until } from '../../support/until';
import type { Desk } from '../support/desk';

const ACTIONS = '/api/v1/bulk-actions';

/** What has come of the cases of an action. */
export type Cases = Readonly<Record<'pending' | 'done' | 'refused' | 'failed' | 'skipped', number>>;

/** An action as the API answers it. */
export type Action = {
  readonly bulkActionId: string;
  readonly state: string;
  readonly selected: number;
  readonly accepted: number;
  readonly cases: Cases;
  readonly reasons: readonly { readonly state: string; readonly reason: string; readonly cases: number }[];
  readonly estimatedSeconds: number;
  readonly stoppedBy: string | null;
};

/** One case of an action as the API answers it. */
export type Item = {
  readonly caseId: CaseId;
  readonly state: string;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly rule: string | null;
  readonly law: string | null;
  readonly changes: readonly Record<string, unknown>[];
  readonly leftOut: readonly Record<string, unknown>[];
  readonly messageId: string | null;
};

/** A manager at the API, who acts on many cases. */
export function managerAt(desk: Desk, who = 'manager') {
  const address = (id: string, rest = '') => `${ACTIONS}/${id}${rest}`;

  async function asks(action: object, selection: object, more: object = {}): Promise<Response> {
    return desk.post(who, ACTIONS, { dryRun: true, action, selection, reason: 'sommarstängt', ...more });
  }

  async function reads(id: string): Promise<Action> {
    return (await desk.get(who, address(id))).body as Action;
  }

  return {
    asks,
    reads,
    /** Previews an action; fails the test when it is refused. */
    async previews(action: object, selection: object): Promise<Action> {
      const answer = await asks(action, selection);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body as Action;
    },
    starts: (id: string, key?: string) => desk.post(who, address(id, '/start'), {}, key),
    stops: (id: string) => desk.post(who, address(id, '/stop'), {}),
    /** Every case of an action, in the order of the preview. */
    async items(id: string, query = ''): Promise<Item[]> {
      const items: Item[] = [];
      for (let cursor = ''; ;) {
        const page = await desk.get(who, address(id, `/items?limit=200${query}${cursor}`));
        items.push(...(page.body.items as Item[]));
        if (page.body.nextCursor === null) return items;
        cursor = `&cursor=${page.body.nextCursor}`;
      }
    },
    /** Waits until the action is over. */
    async untilOver(id: string, seconds = 60): Promise<Action> {
      await until(`action ${id} is over`, async () => (await reads(id)).state === 'done', seconds);
      return reads(id);
    },
  };
}

export type Manager = ReturnType<typeof managerAt>;

/** Whether the parts of an action are as many as its cases. */
export function sumOf({ pending, done, refused, failed, skipped }: Cases): number {
  return pending + done + refused + failed + skipped;
}
