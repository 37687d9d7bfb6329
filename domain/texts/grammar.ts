import type { OpenReason } from '../model/agency';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';

/** The words that a sentence of one step is made with, each in the sentence's language. */
export type StepWords = {
  readonly title: string;
  readonly filing: string;
  /** The step's agency, with its unit where one is named. */
  readonly agency: string;
  readonly newcomer: string;
  readonly since: PlainDate;
  /** Who hears an appeal. */
  readonly court: string;
  /** What the newcomer may do about a refusal. */
  readonly remedies: readonly string[];
  /** A refusal whose time to be tried again has not begun, because no service is recorded. */
  readonly isUnserved: boolean;
};

/** The words of one date. */
export type DueWords = {
  readonly kind: Due['kind'];
  readonly date: PlainDate;
  readonly isPast: boolean;
  /** The date opens a right; every other is a last day. */
  readonly opens: boolean;
  readonly whose: string;
  /** What is done by it, or may be done until it. */
  readonly act: string;
  /** What is expected by it. */
  readonly expected: string;
  readonly basis: string;
};

/** What a step that has not begun waits for. */
export type BlockWords = {
  readonly title: string;
  /** Steps that come first, each with its agency. */
  readonly steps: readonly string[];
  readonly facts: readonly string[];
  readonly until?: PlainDate;
  /** What day that is, in words; else the statute that names it. */
  readonly heldBy?: string;
  readonly law: string;
};

/** How one language puts words of any step together. */
export type Grammar = {
  /** Whom an open step waits for; an answer awaited from people is `answerByPeople`. */
  readonly opening: Readonly<Record<OpenReason | 'answerByPeople', (words: StepWords) => string>>;
  readonly due: (words: DueWords) => string;
  readonly paused: (words: StepWords, until: PlainDate | undefined) => string;
  readonly blocked: (words: BlockWords) => string;
};
