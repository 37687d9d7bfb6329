import type { PlainDate } from '../model/plain-date';
import type { BlockWords, DueWords, Grammar, StepWords } from './grammar';
import { choiceOf, listed, writtenDay } from './language';

/** Swedish sentences of steps. The verbs chosen have the same form for one and for many, for *du* and for an agency. */
export const SWEDISH: Grammar = {
  opening: {
    answerAwaited: ({ agency, since, title }) => `${agency} har sedan ${day(since)} ärendet om ${title}`,
    answerByPeople: ({ agency, since, title }) =>
      `handläggarna hos ${agency} har sedan ${day(since)} ärendet om ${title}`,
    meetingAwaited: ({ agency, since, title }) =>
      `sedan ${day(since)} är det ${agency} som ska ordna ${title}`,
    filingAwaited: ({ agency, since, newcomer, filing }) =>
      `${agency} väntar sedan ${day(since)} på att ${newcomer} ska lämna ${filing}`,
    completionAsked: ({ agency, since, newcomer, title }) =>
      `${agency} har sedan ${day(since)} ärendet om ${title} och väntar på att ${newcomer} ska komplettera det`,
    refused,
    underReview: ({ agency, since, title }) =>
      `${agency} omprövar sitt beslut i ärendet om ${title}, öppet sedan ${day(since)}`,
    underAppeal: ({ court, since, title }) =>
      `ärendet om ${title}, öppet sedan ${day(since)}, är överklagat och ligger hos ${court}`,
    timeRuns: ({ since, title }) =>
      `i ärendet om ${title} löper tiden sedan ${day(since)}, och ingen behöver göra något nu`,
    handOverRefused: trouble('systemet där inte tog emot det'),
    handOverRetracted: trouble('det togs tillbaka från systemet där'),
    errandRefused: trouble('systemet där inte tog emot ett besked om det'),
    answerUnclear: trouble('ett svar från systemet där inte gick att tolka'),
  },
  due: (words) => `${dueClause(words)} (${words.basis})`,
  paused({ title, agency, since }, until, reason) {
    const end = until === undefined ? '' : ` till ${day(until)}`;
    return `ärendet om ${title} hos ${agency} är pausat sedan ${day(since)}${end} med skälet ”${reason}”`;
  },
  blocked: ({ title, steps, facts, until, heldBy, law }: BlockWords) => {
    const conditions = [
      ...(steps.length > 0 ? [`efter ${listed(steps, 'sv')}`] : []),
      ...(facts.length > 0 ? [`när uppgift om ${listed(facts, 'sv')} finns`] : []),
      ...(until === undefined ? [] : [`tidigast ${day(until)}${heldBy === undefined ? '' : `, ${heldBy}`}`]),
    ];
    return `ärendet om ${title} kan börja ${listed(conditions, 'sv')} (${law})`;
  },
};

function day(date: PlainDate): string {
  return `den ${writtenDay(date, 'sv')}`;
}

function refused({ agency, title, since, newcomer, remedies, isUnserved }: StepWords): string {
  const no = `${agency} har sagt nej i ärendet om ${title}, öppet sedan ${day(since)}`;
  const may = remedies.length > 0 ? `; ${newcomer} kan ${choiceOf(remedies, 'sv')}` : '';
  return `${no}${may}${isUnserved ? '; tiden för det har inte börjat löpa, eftersom ingen delgivning är noterad' : ''}`;
}

function trouble(because: string): (words: StepWords) => string {
  return ({ title, since, agency }) =>
    `ärendet om ${title}, öppet sedan ${day(since)}, väntar på en handläggare hos ${agency}, eftersom ${because}`;
}

function dueClause({ kind, date, isPast, opens, whose, act, expected }: DueWords): string {
  const on = day(date);
  switch (kind) {
    case 'duty':
      return isPast ? `tiden för ${whose} att ${act} gick ut ${on}` : `senast ${on} ska ${whose} ${act}`;
    case 'target':
      return isPast
        ? `målet var att ${whose} skulle ${act} senast ${on}`
        : `senast ${on} bör ${whose} ${act}`;
    case 'expectation':
      return expectation(expected, on, isPast);
    case 'right':
      if (opens) return `${isPast ? 'sedan ' : ''}${on} kan ${whose} ${act}`;
      return `${on} ${isPast ? `var sista dagen som ${whose} kunde` : `är sista dagen som ${whose} kan`} ${act}`;
  }
}

function expectation(expected: string, on: string, isPast: boolean): string {
  return isPast ? `${expected} väntades senast ${on} men dröjer` : `${expected} väntas senast ${on}`;
}
