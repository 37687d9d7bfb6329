import type { Command } from 'commander';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { fields, id } from '../arguments';
import { outline } from '../output/table';
import { action, type Cli } from '../run';

type PreviewOptions = ChangeOptions & {
  readonly reason: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly select?: Readonly<Record<string, unknown>>;
};

const WHAT = 'actions on many cases';

/** `etablering bulk preview|start|stop|show`: acting on many cases, always after a preview. */
export function addBulk(program: Command, cli: Cli): void {
  const bulk = program.command('bulk').description('act on many cases at once: preview, then start');
  addPreview(bulk, cli);
  for (const [name, description] of [
    ['start', 'run exactly what was previewed'],
    ['stop', 'stop an action that runs; what is done stays done'],
  ] as const) {
    changing(bulk.command(name).description(description))
      .argument('<id>', 'id of the action, from its preview', id)
      .action(
        action<ChangeOptions>(cli, async (run, actionId) => {
          const path = `/bulk-actions/${actionId}/${name}`;
          const answer = await sendChange(run, { path, body: {}, what: WHAT });
          run.show(answer, () => outline(answer.body));
        }),
      );
  }
  bulk
    .command('show')
    .description('show how far an action has come')
    .argument('<id>', 'id of the action', id)
    .action(
      action(cli, async (run, actionId) => {
        const answer = await run.api.get(`/bulk-actions/${actionId}`);
        run.show(answer, () => outline(answer.body));
      }),
    );
}

function addPreview(bulk: Command, cli: Cli): void {
  changing(bulk.command('preview').description('show which cases it would touch, who is refused and why'))
    .argument('<kind>', 'reassign, remind, pause, resume, extend, complete, resubmit or replan')
    .requiredOption('--reason <text>', 'why; kept in the ledger of every case')
    .option('--select <name=value>', 'a filter of the cases; name:=json for a list', fields)
    .option('--with <name=value>', 'what the action needs to know, for instance until=2027-03-01', fields)
    .action(
      action<PreviewOptions>(cli, async (run, kind) => {
        const { reason, select = {}, with: more } = run.options;
        const body = { dryRun: true, action: { kind, ...more }, selection: select, reason };
        const answer = await sendChange(run, { path: '/bulk-actions', body, what: WHAT });
        run.show(answer, () => outline(answer.body));
      }),
    );
}
