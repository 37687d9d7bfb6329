import type { PlainDate } from '../model/plain-date';
import type { DueWords, Grammar, StepWords } from './grammar';
import { choiceOf, listed, writtenDay } from './language';

/** English sentences of steps, with verbs that agree with *you* and with an agency. */
export const ENGLISH: Grammar = {
  opening: {
    answerAwaited: ({ agency, since, title }) =>
      `${agency} has had the matter of ${title} since ${day(since)}`,
    answerByPeople: ({ agency, since, title }) =>
      `the caseworkers at ${agency} have had the matter of ${title} since ${day(since)}`,
    meetingAwaited: ({ agency, since, title }) =>
      `since ${day(since)} it has been for ${agency} to arrange ${title}`,
    filingAwaited: ({ agency, since, newcomer, filing }) =>
      `${agency} has been waiting since ${day(since)} for ${newcomer} to hand in ${filing}`,
    completionAsked: ({ agency, since, newcomer, title }) =>
      `${agency} has had the matter of ${title} since ${day(since)} and waits for ${newcomer} to complete it`,
    refused,
    underReview: ({ agency, since, title }) =>
      `${agency} is reviewing its decision in the matter of ${title}, open since ${day(since)}`,
    underAppeal: ({ court, since, title }) =>
      `the matter of ${title}, open since ${day(since)}, has been appealed and is before ${court}`,
    timeRuns: ({ since, title }) =>
      `in the matter of ${title} time has been running since ${day(since)}, and nobody has to act now`,
    handOverRefused: trouble('the system there did not take it'),
    handOverRetracted: trouble('it was taken back from the system there'),
    errandRefused: trouble('the system there did not take what it was told of it'),
    answerUnclear: trouble('an answer from the system there could not be understood'),
  },
  due: (words) => `${dueClause(words)} (${words.basis})`,
  paused({ title, agency, since }, until, reason) {
    const end = until === undefined ? '' : ` until ${day(until)}`;
    return `the matter of ${title} at ${agency} has been paused since ${day(since)}${end} for the reason “${reason}”`;
  },
  blocked: ({ title, steps, facts, until, heldBy, law }) => {
    const conditions = [
      ...(steps.length > 0 ? [`after ${listed(steps, 'en')}`] : []),
      ...(facts.length > 0 ? [`when ${listed(facts, 'en')} ${facts.length > 1 ? 'are' : 'is'} known`] : []),
      ...(until === undefined
        ? []
        : [`no earlier than ${day(until)}${heldBy === undefined ? '' : `, ${heldBy}`}`]),
    ];
    return `the matter of ${title} can begin ${listed(conditions, 'en')} (${law})`;
  },
};

function day(date: PlainDate): string {
  return writtenDay(date, 'en');
}

function refused({ agency, title, since, newcomer, remedies, isUnserved }: StepWords): string {
  const no = `${agency} has said no in the matter of ${title}, open since ${day(since)}`;
  const may = remedies.length > 0 ? `; ${newcomer} can ${choiceOf(remedies, 'en')}` : '';
  return `${no}${may}${isUnserved ? '; the time for it has not begun to run, because no service is recorded' : ''}`;
}

function trouble(because: string): (words: StepWords) => string {
  return ({ title, since, agency }) =>
    `the matter of ${title}, open since ${day(since)}, waits for a caseworker at ${agency}, because ${because}`;
}

function dueClause({ kind, date, isPast, opens, whose, act, expected }: DueWords): string {
  const on = day(date);
  switch (kind) {
    case 'duty':
      return isPast ? `the time for ${whose} to ${act} ran out on ${on}` : `${whose} must ${act} by ${on}`;
    case 'target':
      return isPast ? `the target was for ${whose} to ${act} by ${on}` : `${whose} should ${act} by ${on}`;
    case 'expectation':
      return isPast ? `${expected} was expected by ${on} and is late` : `${expected} is expected by ${on}`;
    case 'right':
      if (opens) return `${isPast ? 'since' : 'from'} ${on} ${whose} can ${act}`;
      return `${on} ${isPast ? 'was' : 'is'} the last day on which ${whose} ${isPast ? 'could' : 'can'} ${act}`;
  }
}
