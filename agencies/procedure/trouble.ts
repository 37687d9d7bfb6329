import type { Agency, Trouble } from '../kernel/agency';

const STATUS = {
  unauthorised: 401,
  malformed: 400,
  unknownMatter: 404,
  sameReference: 409,
  retracted: 410,
  refused: 422,
} as const satisfies Record<Trouble, number>;

/** Returns an agency's error responses: the same statuses at all agencies, texts and body in the agency's own form. */
export function troublesOf(
  texts: Readonly<Record<Trouble, string>>,
  body: (code: string, text: string) => object,
): Agency['trouble'] {
  return (trouble, code) => ({ status: STATUS[trouble], body: body(code, texts[trouble]) });
}
