import { APPEAL_ROUTES, appealRouteOf } from '../../../domain/law/appeal-routes';
import { CATALOGUE, RULES_VERSION, stepDefinition } from '../../../domain/process/steps/catalogue';
import { APPEAL_OUTCOMES, REFUSAL_OUTCOMES, REVIEW_OUTCOMES } from '../../../domain/process/filings/outcomes';
import type { StepDefinition } from '../../../domain/process/steps/step-definition';

describe('the catalogue', () => {
  it('holds the 36 steps of the path, each after those it waits for', () => {
    expect(CATALOGUE.map(({ id }) => id)).toEqual([
      'delgivning',
      'lagaKraft',
      'uppehallstillstandskort',
      'anvisningKommun',
      'mottagande',
      'utskrivningLma',
      'forlangning',
      'kommunmote',
      'etableringssamtal',
      'afInskrivning',
      'anvisningEtableringsprogrammet',
      'flyttningsanmalan',
      'personnummer',
      'samordningsnummer',
      'idKort',
      'programuppfoljning',
      'etableringsersattningKartlaggning',
      'handlingsplan',
      'etableringsersattning',
      'aktivitetsrapport',
      'socialforsakring',
      'pensionsformaner',
      'akutboende',
      'forskola',
      'skola',
      'sfi',
      'samhallsorientering',
      'halsoundersokning',
      'betygsbedomning',
      'bankkonto',
      'bankId',
      'godMan',
      'vardnadshavare',
      'etableringscentrum',
      'bostadsvagledning',
      'ekonomisktBistand',
    ]);
  });

  it('is versioned by a day', () => {
    expect(RULES_VERSION).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('finds a step by its id and no other', () => {
    expect(stepDefinition('sfi')?.agency).toBe('kommun');
    expect(stepDefinition('toString')).toBeUndefined();
    expect(stepDefinition('')).toBeUndefined();
  });

  describe.each(CATALOGUE.map((definition, position) => [definition.id, definition, position] as const))(
    '%s',
    (id, definition, position) => {
      const outcomes = Object.entries(definition.outcomes);

      it('has a name of its own', () => {
        expect(CATALOGUE.filter((other) => other.id === id)).toHaveLength(1);
        expect(id).toMatch(/^[a-z][A-Za-z]{1,60}$/);
      });

      it('waits only for steps that stand before it, so nothing waits in a circle, and for ends that they have', () => {
        for (const { step, outcomes: ends } of definition.after) {
          const before = CATALOGUE.slice(0, position).find((other) => other.id === step);
          expect(ends.map((outcome) => before?.outcomes[outcome]?.effect)).toEqual(ends.map(() => 'ends'));
        }
      });

      it('names its statute and the source of what is usual', () => {
        expect(definition.law).not.toBe('');
        expect(definition.expectation.source).not.toBe('');
        expect(definition.expectation.medianDays).toBeLessThanOrEqual(definition.expectation.p90Days);
      });

      it('can end', () => {
        expect(outcomes.some(([, { effect }]) => effect === 'ends')).toBe(true);
      });

      it('has a row that says where to appeal, or that nobody may, where it can refuse', () => {
        const canRefuse = outcomes.some(([, { effect }]) => effect === 'refuses');
        expect(!canRefuse || Object.hasOwn(APPEAL_ROUTES, id)).toBe(true);
      });

      it('takes word of an appeal exactly where it may be appealed', () => {
        const route = appealRouteOf(id);
        const isAppealable = route.kind === 'appealable';
        const mayAnswer = route.kind === 'reviewOnly' ? REFUSAL_OUTCOMES : {};
        expect(sharedOf(definition, APPEAL_OUTCOMES)).toEqual(isAppealable ? APPEAL_OUTCOMES : mayAnswer);
      });

      it('takes word of an omprövning exactly where it comes before an appeal or instead of one', () => {
        const route = appealRouteOf(id);
        const comesFirst = route.kind === 'appealable' && route.reviewFirst !== undefined;
        const isReviewed = comesFirst || route.kind === 'reviewOnly';
        expect(sharedOf(definition, REVIEW_OUTCOMES)).toEqual(isReviewed ? REVIEW_OUTCOMES : {});
      });

      it('reminds in weeks that follow each other', () => {
        expect(definition.reminderWeeks).toEqual([...definition.reminderWeeks].sort((a, b) => a - b));
      });
    },
  );
});

/** What a step has of the shared outcomes, as it has them. */
function sharedOf({ outcomes }: StepDefinition, shared: StepDefinition['outcomes']) {
  return Object.fromEntries(Object.entries(outcomes).filter(([outcome]) => Object.hasOwn(shared, outcome)));
}
