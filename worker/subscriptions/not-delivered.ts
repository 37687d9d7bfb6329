/** An event did not reach its receiver; `code` says how: an HTTP status, a code of Node's or of SMTP. Never an address. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';

  constructor(readonly code: string) {
    super(code);
  }
}
