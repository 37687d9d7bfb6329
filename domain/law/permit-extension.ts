/** SFB (2010:110) 5:12 second paragraph, LMA (1994:137) 1 a §: a continued permit is to be applied for while the earlier one lasts. */
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addMonths } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

/** How many months before the end of a permit an extension is taken up. No statute that was read names a first day. */
export const MONTHS_BEFORE_END: readonly DatedValue<number>[] = [
  {
    validFrom: '2018-01-01',
    value: 3,
    statute: 'none; configuration',
    source: 'the length of time is ours; what Migrationsverket itself asks for was not read',
    verified: false,
  },
];

/**
 * The day of the first decision on a permit. A renewed permit keeps `validFrom` from the first and has a later
 * `decidedOn`; a first one is decided no later than it begins.
 */
export function firstDecidedOn(permit: {
  readonly decidedOn: PlainDate;
  readonly validFrom: PlainDate;
}): PlainDate {
  return permit.validFrom < permit.decidedOn ? permit.validFrom : permit.decidedOn;
}

/** The first day on which the extension of a permit is a matter at all; `validTo` is the permit's last day. */
export function extensionOpensOn(validTo: PlainDate): PlainDate {
  return addMonths(validTo, -(rowOn(MONTHS_BEFORE_END, validTo)?.value ?? 3));
}

/**
 * The last day to apply: the permit's own. Residence-based benefits then continue although the permit has run out (SFB
 * 5:12) and the person does not fall back under LMA (1 a §). Not moved by lag 1930:173, which moves the last day of a
 * time set for an act: here an application must come before a state ends, and on Monday a permit to Saturday has ended.
 */
export function extensionDue(validTo: PlainDate): Due {
  return {
    date: validTo,
    kind: 'duty',
    rule: 'applyForExtension',
    law: 'SFB 5:12; LMA 1 a §',
    whose: 'newcomer',
  };
}
