import { readFileSync } from 'node:fs';
import { EXIT, Failure } from './failure';

/** What a file that the user names holds; `-` is standard input. One that cannot be read is a wrong use of the command. */
export function contentOf(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (fault) {
    throw new Failure(EXIT.usage, `${file} cannot be read: ${(fault as NodeJS.ErrnoException).code}`);
  }
}
