import { z } from 'zod';
import { CaseId } from '../../domain/model/ids';
import { Instant, PlainDate } from '../../domain/model/plain-date';
import type { ImportView } from '../../register/imports/progress';
import type { RowState } from '../../register/imports/tables';
import { bodyTag } from '../entity-tag';

const Count = z.number().int();

/** An import as the API answers it. */
export const ImportAnswer = z
  .object({
    importId: z.uuid(),
    source: z.string(),
    validateOnly: z.boolean(),
    state: z
      .enum(['checking', 'comparing', 'opening', 'awaitingDecisions', 'stopped', 'ended'])
      .describe('`awaitingDecisions`: every household that is left has a row that may be somebody there'),
    waitsBecause: z
      .enum(['messagesWait', 'engineBehind', 'answersSlow'])
      .nullable()
      .describe('The other work that it gives way to just now'),
    receivedAt: Instant,
    endedAt: Instant.nullable(),
    rows: Count.describe('The sum of the counts'),
    counts: z.object({
      waiting: Count,
      candidate: Count,
      invalid: Count,
      duplicate: Count,
      skipped: Count,
      opened: Count,
    }),
    casesPerSecond: z.number().describe('Opened in the last minute, per second'),
    estimatedEnd: Instant.nullable().describe('When all that waits for nobody is opened, at this rate'),
  })
  .meta({ id: 'Import' });

/** An import's answer. `configuredRate` is what it is reckoned with before it has a rate of its own, cases per second. */
export function importAnswer(view: ImportView, configuredRate: number, now: number) {
  const { counts, held, isStopped } = view;
  const { received, waiting, ...others } = counts;
  const openable = received + waiting - (held - counts.candidate);
  const casesPerSecond = Math.round((view.openedLastMinute / 60) * 100) / 100;
  const state = stateOf(view, openable);
  const isMoving = !isStopped && openable > 0 && !view.validateOnly;
  const seconds = openable / (casesPerSecond || configuredRate);
  return {
    importId: view.importId,
    source: view.source,
    validateOnly: view.validateOnly,
    state,
    waitsBecause: view.waitsBecause,
    receivedAt: view.receivedAt.toISOString(),
    endedAt: view.endedAt?.toISOString() ?? null,
    rows: view.rows,
    counts: { waiting: received + waiting, ...others },
    casesPerSecond,
    estimatedEnd: isMoving ? new Date(now + seconds * 1_000).toISOString() : null,
  };
}

/** The entity tag of an import: all of its answer but when it may end, which moves with the clock. */
export function importTag(view: ImportView): string {
  return bodyTag({ ...importAnswer(view, 1, 0), estimatedEnd: null });
}

function stateOf(
  { state, isStopped, counts }: ImportView,
  openable: number,
): z.input<typeof ImportAnswer>['state'] {
  if (state === 'receiving') throw new TypeError('nobody is shown an import that is being received');
  if (state === 'ended') return 'ended';
  if (isStopped) return 'stopped';
  return state === 'opening' && openable === 0 && counts.candidate > 0 ? 'awaitingDecisions' : state;
}

/** What a row has come to, in the words of the API: a row that nobody has read yet waits too. */
export function outcomeOf(state: RowState): Exclude<RowState, 'received'> {
  return state === 'received' ? 'waiting' : state;
}

const Person = z.object({ givenName: z.string(), familyName: z.string(), bornOn: PlainDate.nullable() });

/** A row that may be somebody who is there. */
export const CandidateAnswer = z
  .object({
    line: z.number().int(),
    household: z.string(),
    person: Person,
    alike: z.array(
      z.object({
        birthDates: z.enum(['same', 'dayAndMonthSwapped', 'oneDigitDiffers']),
        line: z.number().int().nullable().describe('Another row of the file'),
        caseId: CaseId.nullable().describe('Null too where the caller may not know of the case'),
        person: Person.nullable().describe('Null where the case is elsewhere or its person protected'),
      }),
    ),
  })
  .meta({ id: 'ImportCandidate' });
