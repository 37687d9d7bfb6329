/** How the program ends; a program that calls it reads these. */
export const EXIT = { ok: 0, refused: 1, usage: 2, notSignedIn: 3, unreachable: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command came to nothing: how the program ends, and the line that says why. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
    /** The API's own words, where it spoke: what `--json` prints. */
    readonly answered?: string,
    /** Its HTTP status. */
    readonly status?: number,
  ) {
    super(message);
  }
}

/** A change whose result nobody knows: it may have been taken, and may be repeated under the same key. */
export class UnknownResult extends Failure {}
