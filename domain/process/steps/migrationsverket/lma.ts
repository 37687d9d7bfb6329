import { addDays, latest } from '../../../law/calendar';
import { type DatedValue, rowOn } from '../../../law/dated';
import { lmaAidUntil } from '../../../law/lma';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import type { Due, StepStatus } from '../../../model/plan';
import { unrecordedEnd } from '../not-recorded';
import type { Applicability, EndByTime, StepContext, StepDefinition } from '../step-definition';
import { heldByTemporaryProtection } from './temporary-protection-hold';

/** Days after which a discharge closes by itself where no last day of aid can be named; configuration of ours. */
export const AID_WITHOUT_END_DAYS: readonly DatedValue<number>[] = [
  {
    validFrom: '2018-01-01',
    value: 365,
    statute: 'none; configuration',
    source: 'ours: nothing is left that could name the day, and the case is not to wait for ever',
    verified: false,
  },
];

/** The two steps by which a place in a kommun comes. */
function settlementOf({ planned }: StepContext): readonly StepStatus[] {
  return ['anvisningKommun', 'mottagande'].flatMap((id) => planned(id as StepId)?.status ?? []);
}

/** Received, or the place declined: either way it could be used from that day (LMA 8 § second paragraph). */
function placeUsableOn({ planned }: StepContext): PlainDate | undefined {
  const mottagande = planned('mottagande' as StepId)?.status;
  return mottagande?.kind === 'done' ? mottagande.on : undefined;
}

function aidUntil(context: StepContext): PlainDate | undefined {
  return lmaAidUntil(context.facts, placeUsableOn(context), context.today);
}

/** Those under LMA; with temporary protection from the day that folkbokföring can end it. */
function underLma(context: StepContext): Applicability {
  const { lma, registration } = context.facts;
  if (lma?.registered !== true) return { kind: 'notApplicable', why: 'notUnderLma', law: 'LMA 1 §' };
  if (registration !== undefined) return { kind: 'applies' };
  return heldByTemporaryProtection(context) ?? { kind: 'applies' };
}

/** The end of an aid is no act, so no red day moves it; once past it is a gap and no longer a right. */
function lastDayOfAid(context: StepContext): readonly Due[] {
  const date = aidUntil(context);
  if (date === undefined || date < context.today) return [];
  return [{ date, kind: 'right', rule: 'lmaAidEnds', law: 'LMA 8, 11 §§', whose: 'newcomer' }];
}

/** Not while a place is still awaited: that names the last day, and keeps the case open by itself. */
function unrecordedDischarge(context: StepContext): EndByTime | undefined {
  const openedOn = context.record.filingOpenedOn ?? context.today;
  const until = aidUntil(context);
  if (until !== undefined) return unrecordedEnd(latest(openedOn, until));
  const settlement = settlementOf(context);
  if (settlement.some(({ kind }) => kind === 'open' || kind === 'blocked' || kind === 'paused')) {
    return undefined;
  }
  const ended = settlement.flatMap((status) => (status.kind === 'done' ? [status.on] : []));
  const from = latest(openedOn, ...ended);
  return { outcome: 'notRecorded', on: addDays(from, rowOn(AID_WITHOUT_END_DAYS, from)?.value ?? 365) };
}

/**
 * Migrationsverket discharges the person from LMA: the aid and the asylboende end. With the discharge the person is no
 * longer under LMA, and its day is the last that the aid covers, unless it names what was paid.
 */
export const utskrivningLma: StepDefinition = {
  id: 'utskrivningLma' as StepId,
  agency: 'migrationsverket',
  kind: 'notice',
  law: 'LMA 8, 11 §§',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['permit'],
  appliesTo: underLma,
  outcomes: {
    discharged: {
      effect: 'ends',
      by: 'agency',
      fields: { paidUntil: { type: 'date', optional: true } },
      facts: ({ paidUntil }, on) => [
        { kind: 'lma', registered: false },
        { kind: 'lmaAid', paidUntil: (paidUntil ?? on) as PlainDate },
      ],
    },
    notRecorded: { effect: 'ends', by: 'time', fields: {} },
  },
  dues: lastDayOfAid,
  endsByTime: unrecordedDischarge,
  reminderWeeks: [],
  expectation: {
    medianDays: 30,
    p90Days: 150,
    source: 'LMA 8 §: en månad, i asylboende till anvisad plats (RiR 2021:29; ej verifierad)',
  },
  bring: ['lmaCard'],
  sees: [],
};
