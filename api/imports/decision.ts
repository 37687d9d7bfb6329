import { z } from 'zod';
import { CaseId } from '../../domain/model/ids';
import type { Decided } from '../../register/imports/decide';
import { Problem } from '../problem';
import { ImportParams } from './access';

export const CandidateParams = ImportParams.extend({
  line: z.coerce.number().int().min(1).max(100_000_000).describe('The line of the row'),
});

/** A person's word about a row. */
export const Decision = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('new') }),
    z.strictObject({
      decision: z.literal('same'),
      caseId: CaseId.optional().describe('Which, where the row is like several'),
      line: z.number().int().optional().describe('The other row that it is'),
    }),
  ])
  .meta({ id: 'ImportDecision' });

/** Why a word about the row on this line was not taken. */
export function undecided(outcome: Exclude<Decided, 'decided'>, line: number): Problem {
  switch (outcome) {
    case 'notWaiting':
      return new Problem('no-word-awaited', `No decision about line ${line} is waited for.`);
    case 'notAmongThem': {
      const reason = 'name the one case or row, of those that the row is like';
      return new Problem('invalid-request', 'It is not clear which person is meant.', {
        invalidParameters: [{ name: 'caseId', reason }],
      });
    }
  }
}
