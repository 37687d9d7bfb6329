import { createInterface } from 'node:readline/promises';
import { EXIT, Failure } from '../failure';

/** Asks a question that only `y` or `yes` answers well. Throws a failure of usage where nobody can answer. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Failure(EXIT.usage, `${question} Nobody is here to answer; give --yes to do it`);
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asking.question(`${question} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    asking.close();
  }
}
