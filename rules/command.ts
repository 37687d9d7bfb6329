import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { InstallationSettings } from '../domain/process/planner/installation-settings';
import { type Asked, askedBy } from './arguments';
import { casesOfFile } from './cases/cases-file';
import { casesOfRegister, type Installation } from './cases/cases-of-register';
import { type CaseDifference, differences } from './diff/differences';
import { startPlanner } from './diff/planner-process';
import { jsonReport, type Report, textReport } from './diff/report';
import { newTally } from './diff/totals';
import { versionOfCommit, versionOfWorkingTree } from './diff/version';

/** Where the command runs and writes. `root` is the repository whose commits and working tree are compared. */
export type Surroundings = Installation & {
  readonly root: string;
  readonly settings: InstallationSettings;
  readonly out: (text: string) => void;
  readonly warn: (line: string) => void;
};

type DiffAsked = Asked & { readonly command: 'diff' };

/** Every case was planned by both versions; the other end is a planner that threw on some. */
export type ExitCode = 0 | 2;

const WARNING =
  'warning: this holds personal data (days of birth, grounds, identity numbers). Keep it as the register is kept, and remove it after use.';

/** Runs `npm run rules` by its arguments. Rejects with a message of one line where it cannot be done. */
export async function runRules(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const asked = askedBy(args);
  switch (asked.command) {
    case 'diff':
      return diff(asked, surroundings);
    case 'export':
      await exportCases(surroundings);
      return 0;
    case 'help':
      surroundings.out(asked.text);
      return 0;
  }
}

async function exportCases(surroundings: Surroundings): Promise<void> {
  surroundings.warn(WARNING);
  for await (const page of casesOfRegister(surroundings)) {
    for (const one of page) surroundings.out(`${JSON.stringify(one)}\n`);
  }
}

async function diff(asked: DiffAsked, surroundings: Surroundings): Promise<ExitCode> {
  const cases = asked.file === undefined ? casesOfRegister(surroundings) : casesOfFile(asked.file);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'etablering-rules-'));
  try {
    const { root } = surroundings;
    const before = await versionOfCommit(root, asked.ref, path.join(folder, 'before'));
    const after = await versionOfWorkingTree(root, path.join(folder, 'after'));
    const compared = { before: before.name, after: after.name, ...(asked.on ? { on: asked.on } : {}) };
    const both = {
      before: startPlanner(before, surroundings.settings),
      after: startPlanner(after, surroundings.settings),
    };
    try {
      const report = asked.json ? jsonReport(compared) : textReport(compared);
      return await tell(report, differences(cases, both, asked.on), surroundings.out);
    } finally {
      both.before.stop();
      both.after.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tell(
  report: Report,
  all: AsyncIterable<CaseDifference>,
  out: Surroundings['out'],
): Promise<ExitCode> {
  const tally = newTally();
  for await (const difference of all) {
    tally.add(difference);
    out(report.difference(difference));
  }
  const totals = tally.totals();
  out(report.closing(totals));
  return totals.failed > 0 ? 2 : 0;
}
