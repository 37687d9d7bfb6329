/** Readers of arguments: what they refuse is a wrong use of the command, told before anything is sent. */
import { type Command, InvalidArgumentError } from 'commander';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A day, `YYYY-MM-DD`. */
export function day(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && isWritten(text);
  if (!isDay) throw new InvalidArgumentError('must be a day, YYYY-MM-DD');
  return text;
}

/** Whether it is a day that the calendar has: the 30th of February comes back as another. */
function isWritten(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The id of a case, a household, a bulk action or an import. */
export function id(text: string): string {
  const folded = text.toLowerCase();
  if (!UUID.test(folded)) throw new InvalidArgumentError('must be an id, as the API gives it');
  return folded;
}

/** A step, or a later occurrence of one: what stands in an address is checked before it is put there. */
export function step(text: string): string {
  if (!/^[a-z][A-Za-z]{1,60}(:\d{4}-\d\d)?$/.test(text))
    throw new InvalidArgumentError('must be a step, as `case` names it');
  return text;
}

/** A whole number of at least 1. */
export function count(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('must be a whole number, 1 or more');
  return Number(text);
}

/** `name=value`, gathered over all times that the option is given; `name:=json` for a value that is no text. */
export function fields(
  text: string,
  before: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const [, name, sign, value = ''] = /^([A-Za-z]\w*)(:?=)(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('must be name=value');
  return { ...before, [name]: sign === ':=' ? json(value) : value };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('must be JSON after :=');
  }
}

/** Adds the options of a list's page. */
export function paged(command: Command): Command {
  return command
    .option('--limit <rows>', 'rows of a page, at most 200', count)
    .option('--cursor <cursor>', 'place that the page before ended at');
}
export type PageOptions = { readonly limit?: number; readonly cursor?: string };

/** Today in Sweden. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
}
