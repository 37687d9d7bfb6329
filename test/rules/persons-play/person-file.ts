import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Fact } from '../../../domain/model/facts';
import type { Fact as FactOf } from '../../../domain/model/facts';
import { PlainDate } from '../../../domain/model/plain-date';
import { ExpectedDay } from './expected-day';
import { kommunCode } from './kommuner';

/** A fact as it is written: of the person unless it says `of: household`, valid from the day it is told unless it has a `since`. */
export type ToldFact = {
  readonly fact: FactOf;
  readonly of: 'person' | 'household';
  readonly since?: PlainDate;
};

const WrittenFact = z
  .object({ of: z.enum(['person', 'household']).default('person'), since: PlainDate.optional() })
  .loose();

/** Facts by their kind, as a file has them: `stay: { kommun: Sundsvall, dwelling: fixed }`. */
const Facts = z.record(z.string(), WrittenFact).transform((written, context): readonly ToldFact[] =>
  Object.entries(written).flatMap(([kind, { of, since, kommun, ...fields }]) => {
    const code = typeof kommun === 'string' ? { kommun: kommunCode(kommun) } : {};
    const fact = Fact.safeParse({ kind, ...fields, ...code });
    if (fact.success) return [{ fact: fact.data, of, ...(since ? { since } : {}) }];
    context.addIssue({ code: 'custom', message: `the fact ${kind}: ${z.prettifyError(fact.error)}` });
    return [];
  }),
);

/** What happens on one day, in order: words about steps (`delgivning served`) and new facts. */
const Happenings = z.array(z.union([z.string(), Facts]));

const PersonFile = z.strictObject({
  name: z.string().min(10),
  about: z.string().min(40),
  /** The day the case is opened. */
  opened: PlainDate,
  facts: Facts,
  events: z.record(PlainDate, Happenings).default({}),
  plan: z.record(PlainDate, ExpectedDay),
});

/** A named person: what is known, what happens, and what the plan is to say on some days. */
export type Person = z.infer<typeof PersonFile>;

/** Reads a person's file. Throws, naming the file and the place, when it is not written as the README says. */
export function readPerson(file: string): Person {
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [fault] = document.errors;
  if (fault) throw new Error(`${file}: ${fault.message}`);
  const read = PersonFile.safeParse(document.toJS());
  if (!read.success) throw new Error(`${file}:\n${z.prettifyError(read.error)}`);
  return read.data;
}
