import { type Command, Option } from 'commander';
import { fields, id } from '../arguments';
import { EXIT, Failure } from '../failure';
import type { BulkAction } from '../generated/api-types';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { contentOf } from '../input-file';
import { action, type Cli } from '../run';
import { actionText, BULK_ACTIONS } from './bulk-text';

type PreviewOptions = ChangeOptions & {
  readonly reason: string;
  readonly step?: string;
  readonly agency?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly select?: Readonly<Record<string, unknown>>;
  readonly cases?: string;
};

const KINDS = ['reassign', 'remind', 'pause', 'resume', 'extend', 'complete', 'resubmit', 'replan'];

/** `etablering bulk preview <kind>`: which cases an action would touch. Nothing happens to any of them. */
export function addPreview(bulk: Command, cli: Cli): void {
  const command = bulk
    .command('preview')
    .description('show what an action would come to, and get the id to start it by');
  changing(command)
    .argument('<kind>', KINDS.join(', '))
    .requiredOption('--reason <text>', 'why; kept in the ledger of every case')
    .option('--step <step>', 'what is done is done to this step')
    .option('--agency <agency>', 'to all steps of this agency')
    .option('--with <name=value>', 'what else the action needs, for instance until=2027-03-01', fields)
    .option('--select <name=value>', 'a filter of the cases, for instance kommun=0484', fields)
    .addOption(
      new Option('--cases <file>', 'these cases: their ids, one a line; - for standard input').conflicts(
        'select',
      ),
    )
    .action(
      action<PreviewOptions>(cli, async (run, kind) => {
        const { reason, step, agency, with: more } = run.options;
        const body = {
          dryRun: true,
          action: { kind, ...(step && { step }), ...(agency && { agency }), ...more },
          selection: selectionOf(run.options),
          reason,
        };
        const answer = await sendChange<BulkAction>(run, { path: '/bulk-actions', body, what: BULK_ACTIONS });
        run.show(answer, () => actionText(answer.body));
      }),
    );
}

function selectionOf({ select, cases }: PreviewOptions): object {
  if (cases !== undefined) return { caseIds: idsIn(cases) };
  if (select === undefined) throw new Failure(EXIT.usage, 'say which cases, with --select or --cases');
  return { filters: select };
}

function idsIn(file: string): readonly string[] {
  const words = contentOf(file).toString('utf8').split(/\s+/).filter(Boolean);
  try {
    return words.map(id);
  } catch {
    throw new Failure(EXIT.usage, `${file} holds something else than ids of cases`);
  }
}
