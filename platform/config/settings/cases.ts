import type { Settings } from '../setting';
import { answering, list, number, outcomes, wholeNumber } from '../values';

const SECONDS_RULE = 'must be whole seconds, from 1';

/** How an installation carries its cases, and how fast it works beside them. */
export const CASE_SETTINGS = {
  STEPS: {
    value: list.optional(),
    text:
      'Steps that this installation carries, with commas between; all when not set. A step that it does not carry ' +
      'holds no other up.',
    readBy: ['worker', 'api'],
    example: 'delgivning,etableringssamtal,kommunmote,flyttningsanmalan,personnummer,sfi',
  },
  STEP_ANSWERING: {
    value: answering.default({}),
    text:
      'Steps that are answered or handed over otherwise than the catalogue says: by a caseworker here or by the ' +
      "agency's system, and whether that system takes the booking or application.",
    readBy: ['worker', 'api'],
    example: '{"sfi":{"answeredBy":"caseworker","handedOver":false}}',
  },
  SECOND_APPROVAL: {
    value: outcomes.default({}),
    text:
      "Outcomes that need a second person, by step: a caseworker's completion is then a proposal, and a colleague of " +
      'the same agency decides.',
    readBy: ['api'],
    example: '{"ekonomisktBistand":["denied","partly"]}',
  },
  NAVET_POLL_SECONDS: {
    value: wholeNumber('must be whole seconds, or 0 for never', { min: 0 })
      .max(86_400, 'must be a day at most, 86400 seconds')
      .default(60),
    text:
      'How often Skatteverket is asked who has been registered; 0 is never. Navet reports no single event, so an ' +
      "installation without Skatteverket's webhooks gets its personnummer by asking.",
    unit: 'seconds',
    readBy: ['worker'],
  },
  ENGINE_WATCH_SECONDS: {
    value: wholeNumber(SECONDS_RULE, { min: 1 })
      .max(3_600, 'must be an hour at most, 3600 seconds')
      .default(30),
    text: 'How often Temporal is asked which cases have failing workflow tasks; those show among the stuck ones.',
    unit: 'seconds',
    readBy: ['worker'],
  },
  REPLAN_CASES_PER_SECOND: {
    value: number('must be a number up to 100, or 0 for never', { min: 0, max: 100 }).default(20),
    text: 'How many cases plan again each second after a deploy with new rules or settings; 0 is never.',
    unit: 'cases per second',
    readBy: ['worker'],
  },
  BULK_CASES_PER_SECOND: {
    value: number('must be a number from 0.1 to 1000', { min: 0.1, max: 1000 }).default(20),
    text: 'Acting on many cases: how many are begun each second, all actions together.',
    unit: 'cases per second',
    readBy: ['worker', 'api'],
  },
  BULK_CASES_AT_MOST: {
    value: wholeNumber('must be a whole number, 1 to 100000', { min: 1, max: 100_000 }).default(10_000),
    text: 'Acting on many cases: how many one action may have.',
    unit: 'cases',
    readBy: ['worker', 'api'],
  },
  IMPORT_CASES_PER_SECOND: {
    value: number('must be a number over 0, 100 at most', { above: 0, max: 100 }).default(5),
    text: 'How many cases imports open each second at most; fewer while other work waits.',
    unit: 'cases per second',
    readBy: ['worker', 'api'],
  },
  IMPORT_KEEP_DAYS: {
    value: wholeNumber('must be whole days, 1 to 365', { min: 1, max: 365 }).default(30),
    text: 'How long the result of an import is kept after its end, and rows that nobody decides about.',
    unit: 'days',
    readBy: ['worker', 'api'],
  },
  SUBSCRIPTION_SECONDS: {
    value: wholeNumber(SECONDS_RULE, { min: 1 })
      .max(3_600, 'must be an hour at most, 3600 seconds')
      .default(60),
    text: 'How often the cases that subscriptions are about are counted.',
    unit: 'seconds',
    readBy: ['worker'],
  },
} as const satisfies Settings;
