import { type Command, Option } from 'commander';
import { id, paged, type PageOptions } from '../arguments';
import type { BulkAction, BulkActionList, BulkItemList } from '../generated/api-types';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { followed } from '../output/follow';
import { pageOf } from '../output/page';
import { action, type Cli } from '../run';
import {
  actionRow,
  actionText,
  BULK_ACTIONS,
  BULK_PROGRESS,
  ITEM_HEAD,
  itemRow,
  LIST_HEAD,
} from './bulk-text';
import { addPreview } from './preview';

type StartOptions = ChangeOptions & { readonly wait: boolean };
type CasesOptions = PageOptions & { readonly state?: string };

/** `etablering bulk preview|start|stop|show|cases|list`: acting on many cases, always after a preview. */
export function addBulk(program: Command, cli: Cli): void {
  const bulk = program.command('bulk').description('act on many cases at once: preview, then start');
  addPreview(bulk, cli);
  addSteering(bulk, cli);
  addReading(bulk, cli);
}

function addSteering(bulk: Command, cli: Cli): void {
  changing(bulk.command('start').description('run exactly what was previewed, and follow it to its end'))
    .argument('<id>', 'id of the action, from its preview', id)
    .option('--no-wait', 'do not wait for its end')
    .action(
      action<StartOptions>(cli, async (run, actionId = '') => {
        const path = `/bulk-actions/${actionId}`;
        const change = { path: `${path}/start`, body: {}, what: BULK_ACTIONS };
        const started = await sendChange<BulkAction>(run, change);
        const answer = run.options.wait ? await followed(run, path, BULK_PROGRESS) : started;
        run.show(answer, () => actionText(answer.body));
      }),
    );
  changing(bulk.command('stop').description('stop an action that runs; what is done stays done'))
    .argument('<id>', 'id of the action', id)
    .action(
      action<ChangeOptions>(cli, async (run, actionId) => {
        const change = { path: `/bulk-actions/${actionId}/stop`, body: {}, what: BULK_ACTIONS };
        const answer = await sendChange<BulkAction>(run, change);
        run.show(answer, () => actionText(answer.body));
      }),
    );
}

function addReading(bulk: Command, cli: Cli): void {
  bulk
    .command('show')
    .description('show how far an action has come')
    .argument('<id>', 'id of the action', id)
    .action(
      action(cli, async (run, actionId) => {
        const answer = await run.api.get<BulkAction>(`/bulk-actions/${actionId}`, { what: BULK_ACTIONS });
        run.show(answer, () => actionText(answer.body));
      }),
    );
  paged(bulk.command('cases').description('list its cases: what happens to each, who is refused and why'))
    .argument('<id>', 'id of the action', id)
    .addOption(
      new Option('--state <state>', 'only these').choices([
        'pending',
        'done',
        'refused',
        'failed',
        'skipped',
      ]),
    )
    .action(
      action<CasesOptions>(cli, async (run, actionId) => {
        const { state, limit, cursor } = run.options;
        const query = { state, limit, cursor };
        const answer = await run.api.get<BulkItemList>(`/bulk-actions/${actionId}/items`, {
          query,
          what: BULK_ACTIONS,
        });
        run.show(answer, () => pageOf(answer.body, ITEM_HEAD, itemRow));
      }),
    );
  paged(bulk.command('list').description('list your previews and actions, the newest first')).action(
    action<PageOptions>(cli, async (run) => {
      const { limit, cursor } = run.options;
      const answer = await run.api.get<BulkActionList>('/bulk-actions', {
        query: { limit, cursor },
        what: BULK_ACTIONS,
      });
      run.show(answer, () => pageOf(answer.body, LIST_HEAD, actionRow));
    }),
  );
}
