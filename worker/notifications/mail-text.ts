import type { Condition, SubscriptionEvent } from '../../register/subscriptions/subscription';

/** What a mail says of an event, in Swedish and then in English: counts and what was asked for, nothing of a person. */
export function mailText(
  { name, state, cases, condition, at }: SubscriptionEvent,
  baseUrl: string,
): { readonly subject: string; readonly text: string } {
  const isOver = state === 'over';
  const swedish = isOver
    ? `${cases} ärenden, fler än ${condition.moreThan}`
    : `inte längre fler än ${condition.moreThan} ärenden (${cases})`;
  const english = isOver
    ? `${cases} cases, more than ${condition.moreThan}`
    : `no longer more than ${condition.moreThan} cases (${cases})`;
  const lines = [
    `Bevakning: ${name}`,
    `Nu: ${swedish}.`,
    `Det som räknas: ${asked(condition, SWEDISH)}.`,
    '',
    `Subscription: ${name}`,
    `Now: ${english}.`,
    `What is counted: ${asked(condition, ENGLISH)}.`,
    '',
    at,
    `${baseUrl}/api/v1/subscriptions`,
  ];
  return { subject: `${name}: ${swedish}`, text: `${lines.join('\n')}\n` };
}

type Words = Readonly<
  Record<'waiting' | 'stuck' | 'technical' | 'kommun' | 'agency' | 'step' | 'reason', string>
> & {
  readonly days: (count: number) => string;
};

const SWEDISH: Words = {
  waiting: 'ärenden med ett öppet steg',
  stuck: 'ärenden som har fastnat',
  technical: 'ärenden med tekniskt fel',
  kommun: 'kommun',
  agency: 'myndighet',
  step: 'steg',
  reason: 'skäl',
  days: (count) => `i mer än ${count} dagar`,
};
const ENGLISH: Words = {
  waiting: 'cases with an open step',
  stuck: 'stuck cases',
  technical: 'cases with technical trouble',
  kommun: 'kommun',
  agency: 'agency',
  step: 'step',
  reason: 'reason',
  days: (count) => `for more than ${count} days`,
};

function asked(condition: Condition, words: Words): string {
  const { kind, moreThan: _number, ...filters } = condition;
  const parts = Object.entries(filters).map(([filter, value]) =>
    filter === 'longerThanDays'
      ? words.days(Number(value))
      : `${words[filter as 'kommun' | 'agency' | 'step' | 'reason']} ${value}`,
  );
  return [words[kind], ...parts].join(', ');
}
