/** An event did not reach its receiver. `code` is an HTTP status, a code of Node's or of SMTP; never an address. */
export class NotSent extends Error {
  override readonly name = 'NotSent';

  constructor(readonly code: string) {
    super(code);
  }
}
