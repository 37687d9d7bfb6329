import { addDays, daysBetween } from '../../law/calendar';
import type { PlainDate } from '../../model/plain-date';
import type { Due } from '../../model/plan';
import type { Extension, Pause } from '../../model/step-record';
import type { PreparedStep } from '../planner/prepared-step';
import { isMovable } from './pauses';

type Moved = { readonly date: PlainDate; readonly words: readonly string[] };
type Step = Pick<PreparedStep, 'record' | 'context' | 'filingOpenedOn'>;

/** Targets and expectations wait while a step is paused and follow an extension; duties and rights never move so. */
export function movedDue(due: Due, step: Step): Due {
  const { pauses, extensions } = step.record;
  if (!isMovable(due) || (pauses.length === 0 && extensions.length === 0)) return due;
  const own = extensions.filter((extension) => isOf(extension, due, step.filingOpenedOn));
  const { date, words } = move(due.date, own, step);
  return words.length === 0 ? due : { ...due, date, movedBy: words.join(', ') };
}

/** A configured day that no rule names, after the pauses since the present filing opened. */
export function afterPauses(date: PlainDate, step: Step): PlainDate {
  return step.record.pauses.length === 0 ? date : move(date, [], step).date;
}

/** An expectation belongs to its filing: an extension of an earlier one no longer counts. A target is of the step. */
function isOf({ rule, on }: Extension, due: Due, filingOpenedOn: PlainDate): boolean {
  return rule === due.rule && (due.kind === 'target' || on >= filingOpenedOn);
}

/** In the order in which they came: a pause moves the day on from where an extension had put it. */
function move(date: PlainDate, extended: readonly Extension[], step: Step): Moved {
  const pauses = step.record.pauses.map((pause) => ({
    day: pause.from,
    act: (moved: Moved) => pauseDate(moved, pause, step),
  }));
  // Nothing is extended while it is paused, so an extension of the same day came before the pause.
  const extensions = extended.map((extension) => ({
    day: extension.on,
    act: (moved: Moved) => extend(moved, extension),
  }));
  return [...extensions, ...pauses]
    .sort((one, other) => one.day.localeCompare(other.day))
    .reduce<Moved>((moved, { act }) => act(moved), { date, words: [] });
}

function pauseDate({ date, words }: Moved, { from, until }: Pause, { filingOpenedOn, context }: Step): Moved {
  const start = from < filingOpenedOn ? filingOpenedOn : from;
  const days = daysBetween(start, until ?? context.today);
  if (start > date || days <= 0) return { date, words };
  return { date: addDays(date, days), words: [...words, days === 1 ? 'paus 1 dag' : `paus ${days} dagar`] };
}

function extend({ date, words }: Moved, { until }: Extension): Moved {
  return until > date ? { date: until, words: [...words, `förlängd till ${until}`] } : { date, words };
}
