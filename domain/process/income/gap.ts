import { isMinor, reachesAge } from '../../law/age';
import { addDays, addMonths, latest } from '../../law/calendar';
import { firstUncovered, type Span } from '../../law/coverage';
import { firstDecidedOn } from '../../law/permit-extension';
import type { CaseFacts } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import type { Gap } from '../../model/plan';
import { exitOf } from '../case/exit';
import type { PlacedStep } from '../planner/prepared-step';
import type { StepContext } from '../steps/step-definition';
import { type Expected, expectedIncomes } from './expected-income';
import { bistandSpans, incomeSpans } from './income-spans';
import type { LmaContext } from './under-lma';

/** How far ahead a coming gap is shown; configuration of ours, no statute. */
const MONTHS_AHEAD = 12;
const ADULT = 18;

/** A gap if there is one, and the coming days on which the answer may change by itself. */
type GapSeen = { readonly gap?: Gap; readonly changesOn: readonly PlainDate[] };

type Incomes = { readonly spans: readonly Span[]; readonly expected: readonly Expected[] };
type Remembered = Incomes & Omit<LmaContext, 'planned'> & { readonly before: GapSeen };

const remembered = new WeakMap<LmaContext['planned'], Remembered>();

/**
 * The gap in income before any bistånd is counted, as of `context.today`: the first days without aid under LMA,
 * allowance, etableringsersättning, pension or other income that are not over. `from` may lie long back or up to 12
 * months ahead; `to` is the last day before an income that is decided or expected, absent while none is in sight.
 * Undefined for a child, before the permit, and when nothing is uncovered; also for an adult where
 * another person applies for the household, whose case then has the gap. For the rules of `ekonomisktBistand`: all that
 * it reads is planned before that step.
 */
export function gapBefore(context: StepContext): Gap | undefined {
  return incomesOf(context).before.gap;
}

/** The same once granted bistånd is counted too; nothing where the installation does not follow bistånd. */
export function gapOf(steps: readonly PlacedStep[]): GapSeen {
  const bistand = steps.filter(({ definition }) => definition.id === 'ekonomisktBistand');
  const [first] = bistand;
  if (!first?.isCarried) return { changesOn: [] };
  const { spans, expected } = incomesOf(first.context);
  return gapIn(first.context, { expected, spans: [...spans, ...bistandSpans(bistand)] });
}

/** Remembered for as long as a plan is being made: its bistånd asks a dozen times, a town's cases thousands of times. */
function incomesOf(context: LmaContext): Remembered {
  const known = remembered.get(context.planned);
  if (known?.facts === context.facts && known.today === context.today) return known;
  const { facts, today, planned } = context;
  const incomes = { spans: incomeSpans(context), expected: expectedIncomes(context) };
  const all = { ...incomes, facts, today, before: gapIn(context, incomes) };
  remembered.set(planned, all);
  return all;
}

function gapIn(context: LmaContext, { spans, expected }: Incomes): GapSeen {
  const start = gapCountsFrom(context.facts, context.today);
  const stretch = start && firstUncovered(spans, start, context.today);
  if (stretch === undefined || hasLeft(context.facts, latest(stretch.from, context.today))) {
    return { changesOn: [] };
  }
  const seenFrom = addMonths(stretch.from, -MONTHS_AHEAD);
  if (seenFrom > context.today) return { changesOn: [seenFrom] };
  // What a plan that is made entitles to is counted on by its day of payment, until it fails to come.
  const inTime = expected.filter(({ on, isEntitled }) => isEntitled && on <= stretch.from);
  if (inTime.length > 0) return { changesOn: inTime.map(({ sayableUntil }) => addDays(sayableUntil, 1)) };
  const ends = expected.filter(({ on }) => on > stretch.from).map(({ on }) => addDays(on, -1));
  const [to] = (stretch.until === undefined ? ends : [...ends, stretch.until]).sort();
  return {
    gap: { from: stretch.from, ...(to === undefined ? {} : { to }) },
    changesOn: [...expected.map(({ sayableUntil }) => sayableUntil), ...(to ? [to] : [])].map((day) =>
      addDays(day, 1),
    ),
  };
}

/**
 * The first day on which days without income are counted: an adult is here with a permit. Undefined while there is no
 * such day: a child, no permit, served abroad and not known to have come; and where another applies for the household.
 */
export function gapCountsFrom(facts: CaseFacts, today: PlainDate): PlainDate | undefined {
  const { birth, permit, arrival, applicant } = facts;
  if (birth === undefined || permit === undefined || isMinor(birth.bornOn, today)) return undefined;
  const isAwaited = permit.servedOn !== undefined && arrival === undefined;
  if (isAwaited || applicant?.isApplicant === false) return undefined;
  const permitOn = firstDecidedOn(permit);
  return latest(reachesAge(birth.bornOn, ADULT), permitOn, arrival?.arrivedOn ?? permitOn);
}

function hasLeft(facts: CaseFacts, day: PlainDate): boolean {
  const exit = exitOf(facts);
  return exit !== undefined && exit.on <= day;
}
