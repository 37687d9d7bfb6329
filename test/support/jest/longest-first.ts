import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sequencer from '@jest/test-sequencer';
import { repositoryRoot } from '../../../platform/root';

type Test = Parameters<Sequencer['sort']>[0][number];
type Results = Parameters<Sequencer['cacheResults']>[1];

const FILE = path.join(repositoryRoot(), 'test', 'timings.json');

/** Starts the longest files first, so that none is left alone at the end. A file without a timing comes in the middle. */
class LongestFirst extends Sequencer {
  override sort(tests: readonly Test[]): Test[] {
    const seconds = readTimings();
    const known = Object.values(seconds).sort((a, b) => a - b);
    const middle = known[Math.floor(known.length / 2)] ?? 0;
    const lengthOf = ({ path: file }: Test) => seconds[nameOf(file)] ?? middle;
    return [...tests].sort((a, b) => lengthOf(b) - lengthOf(a));
  }

  /** Writes how long each file took where `RECORD_TIMINGS` asks for it: `npm run timings`. */
  override cacheResults(tests: Test[], results: Results): void {
    super.cacheResults(tests, results);
    if (process.env.RECORD_TIMINGS !== '1') return;
    const timings = results.testResults.map(
      ({ testFilePath, perfStats: { start, end } }) =>
        [nameOf(testFilePath), Math.round((end - start) / 1000)] as const,
    );
    const sorted = Object.fromEntries(timings.sort(([, a], [, b]) => b - a));
    writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
  }
}

function readTimings(): Record<string, number> {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, number>) : {};
}

function nameOf(file: string): string {
  return path.relative(repositoryRoot(), file).replaceAll(path.sep, '/');
}

export = LongestFirst;
