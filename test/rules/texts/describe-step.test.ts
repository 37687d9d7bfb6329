import type { PlannedStep } from '../../../domain/model/plan';
import { ENGLISH } from '../../../domain/texts/english';
import type { Language } from '../../../domain/texts/language';
import type { Reader } from '../../../domain/texts/parties';
import { describeBlock, describeWait } from '../../../domain/texts/describe-step';
import {
  adult,
  after,
  day,
  type Event,
  MEETING_DAY,
  metAll,
  opened,
  paused,
  planOn,
  reported,
  step,
  waitingForPersonnummer,
  wholePlanOn,
} from '../support';
import { faultsOf, sentencesOf } from './sentences-of';

const FACTS_OF_2026 = adult({ permit: { decidedOn: day('2026-01-07'), validFrom: day('2026-01-07') } });
const SINCE_JANUARY = waitingForPersonnummer('2026-01-14');

function told(planned: PlannedStep, on: string, language: Language = 'sv', reader: Reader = 'staff') {
  const telling = { language, reader, asOf: day(on) };
  return describeWait(planned, telling)?.sentence ?? describeBlock(planned, telling);
}

function tellOn(on: string, stepId: string, ...events: readonly Event[]) {
  const planned = step(planOn(on, FACTS_OF_2026, ...events), stepId);
  return (language?: Language, reader?: Reader) => told(planned, on, language, reader);
}

describe('a step that waits for an agency', () => {
  it('is told with whom, since when, the usual time and the right that comes', () => {
    const tell = tellOn('2026-01-15', 'personnummer', SINCE_JANUARY);
    expect(tell('sv', 'newcomer')).toBe(
      'Skatteverket har sedan den 14 januari 2026 ärendet om folkbokföring; beslut väntas senast den 11 februari ' +
        '2026 (förväntan, 4-18 veckor, Skatteverket, ej verifierad); den 14 juli 2026 kan du begära att ärendet ' +
        'avgörs (FL (2017:900) 12 §).',
    );
    expect(tell('en', 'staff')).toBe(
      'Skatteverket has had the matter of population registration since 14 January 2026; a decision is expected by ' +
        '11 February 2026 (expectation, source: “4-18 veckor, Skatteverket, ej verifierad”); from 14 July 2026 the ' +
        'newcomer can demand that the matter be decided (FL (2017:900) 12 §).',
    );
  });

  it('is told as late when the usual time has passed, and the right as there once it is', () => {
    const tell = tellOn('2026-09-01', 'personnummer', SINCE_JANUARY);
    expect(tell()).toBe(
      'Skatteverket har sedan den 14 januari 2026 ärendet om folkbokföring; beslut väntades senast den 11 februari ' +
        '2026 men dröjer (förväntan, 4-18 veckor, Skatteverket, ej verifierad); sedan den 14 juli 2026 kan den ' +
        'nyanlända begära att ärendet avgörs (FL (2017:900) 12 §).',
    );
  });

  it('is told after a refusal with what may be done about it and what moved the last day', () => {
    const refusal = reported('personnummer', 'avslag', '2026-03-12', { servedOn: '2026-03-16' });
    const tell = tellOn('2026-03-17', 'personnummer', SINCE_JANUARY, refusal);
    expect(tell('sv', 'newcomer')).toBe(
      'Skatteverket har sagt nej i ärendet om folkbokföring, öppet sedan den 14 januari 2026; du kan överklaga ' +
        'beslutet, ansöka på nytt eller låta beslutet stå; den 7 april 2026 är sista dagen som du kan överklaga ' +
        'beslutet (FOL (1991:481) 38, 40 §§; FL (2017:900) 44 §; flyttad från annandag påsk till tisdag enligt lag ' +
        '(1930:173) 2 §).',
    );
  });

  it('is told as before the court that hears the appeal', () => {
    const refusal = reported('personnummer', 'avslag', '2026-03-12', { servedOn: '2026-03-16' });
    const appeal = after('personnummer', 'appealFiled', '2026-03-20');
    const planned = step(planOn('2026-03-21', FACTS_OF_2026, SINCE_JANUARY, refusal, appeal), 'personnummer');
    const waits = describeWait(planned, { language: 'en', reader: 'staff', asOf: day('2026-03-21') });
    expect(waits).toEqual({
      sentence:
        'The matter of population registration, open since 14 January 2026, has been appealed and is before the ' +
        'administrative court (förvaltningsrätten) (FOL (1991:481) 3-4, 18, 34 §§).',
      law: 'FOL 3-4, 18, 34 §§',
      since: '2026-01-14',
      who: 'forvaltningsratt',
    });
  });
});

describe('a step that waits for people', () => {
  it('is told by who arranges a meeting', () => {
    const tell = tellOn('2026-01-08', 'delgivning', opened('delgivning', '2026-01-07'));
    expect(tell()).toBe(
      'Sedan den 7 januari 2026 är det Migrationsverket som ska ordna delgivning av uppehållstillståndet; mötet ' +
        'väntas senast den 17 januari 2026 (förväntan, 0-10 dagar efter beslutet, ej verifierad).',
    );
  });

  it('is told with the duty of the newcomer, which comes before what is merely usual', () => {
    const served = [after('delgivning', 'served', '2026-01-14'), opened('flyttningsanmalan', '2026-01-14')];
    const planned = step(planOn('2026-01-15', FACTS_OF_2026, ...served), 'flyttningsanmalan');
    const telling = { language: 'sv', reader: 'newcomer', asOf: day('2026-01-15') } as const;
    expect(describeWait(planned, telling)).toMatchObject({
      rule: 'flyttningsanmalanExpected',
      since: '2026-01-14',
      until: '2026-01-26',
      who: 'newcomer',
    });
    expect(describeWait(planned, telling)?.sentence).toContain(
      'Skatteverket väntar sedan den 14 januari 2026 på att du ska lämna anmälan om flyttning till Sverige;',
    );
    expect(describeWait(planned, telling)?.sentence).toContain(
      'senast den 4 februari 2026 ska du anmäla flyttningen till Sverige (FOL (1991:481) 26 §)',
    );
  });

  it('is told with its month where it comes back every month', () => {
    const aid = {
      ...step(planOn(MEETING_DAY, adult(), metAll()), 'sfi'),
      stepId: 'ekonomisktBistand:2027-03',
    };
    expect(told(aid as PlannedStep, MEETING_DAY)).toContain('ärendet om ekonomiskt bistånd för mars 2027;');
    const plan = { ...aid, stepId: 'handlingsplan:2027-07' };
    expect(told(plan as PlannedStep, MEETING_DAY)).toContain('från och med juli 2027');
  });
});

describe('a step that rests or has not begun', () => {
  it('is told with the end of its pause and the dates of law, which no pause moves', () => {
    const pause = paused('etableringssamtal', '2026-01-20', '2026-02-02');
    const tell = tellOn(
      '2026-01-21',
      'etableringssamtal',
      after('delgivning', 'served', '2026-01-14'),
      pause,
    );
    expect(tell()).toBe(
      'Ärendet om etableringssamtal hos Arbetsförmedlingen är pausat sedan den 20 januari 2026, till den 2 februari ' +
        '2026 (förordning 2017:820 3-6 §§).',
    );
  });

  it('is told with the steps, the facts and the day that it waits for', () => {
    const held = adult({ arrival: { arrivedOn: day('2027-03-01') }, stay: undefined, birth: undefined });
    const sfi = step(planOn(MEETING_DAY, held), 'sfi');
    expect(told(sfi, MEETING_DAY)).toBe(
      'Ärendet om svenska för invandrare (sfi) kan börja när uppgift om födelsedagen och vistelsekommunen finns ' +
        'och tidigast den 1 mars 2027, ankomstdagen (skollagen (2010:800) 20:24-33).',
    );
    const card = step(wholePlanOn(MEETING_DAY, adult()), 'bankId');
    expect(told(card, MEETING_DAY, 'en')).toBe(
      'The matter of a BankID can begin after a payment account (the bank) and population registration ' +
        '(Skatteverket) (bankens villkor).',
    );
  });
});

describe('whatever a step may wait for', () => {
  it.each(Object.keys(ENGLISH.opening))('%s has a sentence, with nothing left out', (why) => {
    const planned = step(planOn('2026-01-15', FACTS_OF_2026, SINCE_JANUARY), 'personnummer');
    const status = { ...planned.status, why: why === 'answerByPeople' ? 'answerAwaited' : why };
    const changed = { ...planned, status } as PlannedStep;
    expect(sentencesOf(changed, day('2026-01-15')).flatMap((each) => faultsOf(each, changed))).toEqual([]);
  });

  it('is told in the order of its dates, and of those that are no law the first alone', () => {
    const planned = step(planOn('2026-01-15', FACTS_OF_2026, SINCE_JANUARY), 'personnummer');
    expect(planned.dues.map(({ rule }) => rule)).toContain('noticeOfDelay');
    expect(told(planned, '2026-01-15')).not.toContain('underrättelse');
  });

  it('is not told when it is done', () => {
    const planned = step(planOn('2026-01-15', FACTS_OF_2026, SINCE_JANUARY), 'delgivning');
    expect(told(planned, '2026-01-15')).toBeUndefined();
  });
});
