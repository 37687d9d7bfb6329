import type { Command } from 'commander';
import { setTimeout as pause } from 'node:timers/promises';
import { count, id } from '../arguments';
import { filteredWorklist, type WorklistFilters } from '../commands/worklist';
import { lookAgain } from '../output/follow';
import { printable } from '../output/printable';
import { action, type Cli, type Run, writeLine } from '../run';
import { type Subject, watchedCase, watchedStuck, watchedWorklist } from './subjects';

type WatchOptions = { readonly every: number; readonly times?: number };

const HOME_AND_CLEAR = '\u001b[H\u001b[J';

/** `etablering watch worklist|stuck|case`: redraws in a terminal, elsewhere a line for each change. */
export function addWatch(program: Command, cli: Cli): void {
  const watch = program.command('watch').description('follow the worklist, the stuck cases or one case');
  filteredWorklist(watched(watch, 'worklist', 'follow your queue')).action(
    action<WatchOptions & WorklistFilters>(cli, async (run) => {
      const { json: _json, url: _url, every: _every, times: _times, ...query } = run.options;
      await follow(run, watchedWorklist(query));
    }),
  );
  watched(watch, 'stuck', 'follow the counts of stuck cases').action(
    action<WatchOptions>(cli, async (run) => follow(run, watchedStuck())),
  );
  watched(watch, 'case', 'follow one case')
    .argument('<caseId>', 'id of the case', id)
    .action(action<WatchOptions>(cli, async (run, caseId = '') => follow(run, watchedCase(caseId))));
}

function watched(watch: Command, name: string, description: string): Command {
  return watch
    .command(name)
    .description(description)
    .option('--every <seconds>', 'how often to look', count, 5)
    .option('--times <looks>', 'end after so many looks; for ever when not given', count);
}

/** Looks again and again, telling the API what is known, so that nothing is sent that has not changed. */
async function follow<T>(
  run: Run<WatchOptions>,
  { path, query, what, ...subject }: Subject<T>,
): Promise<void> {
  const { every, times = Infinity } = run.options;
  let known: string | undefined;
  let before: ReadonlyMap<string, string> = new Map();
  for (let look = 1; ; look += 1) {
    const again = () => run.api.get<T>(path, { query, what, known });
    const answer = look === 1 ? await again() : await lookAgain(run, again);
    if (answer !== undefined && answer.status !== 304) {
      const lines = subject.lines(answer.body);
      if (run.options.json) writeLine(run.out, answer.text);
      else if (run.out.isTTY) redraw(run, subject.whole(answer.body));
      else noteChanges(run, changes(before, lines));
      known = answer.headers.get('etag') ?? undefined;
      before = lines;
    }
    if (look >= times) return;
    await pause(every * 1000);
  }
}

function noteChanges({ out }: Run<WatchOptions>, changed: readonly string[]): void {
  for (const line of changed) writeLine(out, `${new Date().toISOString()} ${line}`);
}

function redraw({ out }: Run<WatchOptions>, drawn: string): void {
  out.write(`${HOME_AND_CLEAR}${new Date().toLocaleTimeString('sv-SE')}, Ctrl-C ends\n\n${drawn}\n`);
}

/** What has changed, line by line: `+` is new, `-` is gone, `~` is otherwise. */
export function changes(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly string[] {
  const changed = [...now].flatMap(([name, text]) => {
    const was = before.get(name);
    if (was === text) return [];
    return [`${was === undefined ? '+' : '~'} ${name}: ${text}`];
  });
  const gone = [...before.keys()].filter((name) => !now.has(name)).map((name) => `- ${name}`);
  return [...changed, ...gone].map(printable);
}
