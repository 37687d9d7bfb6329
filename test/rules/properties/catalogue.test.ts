import { APPEAL_ROUTES } from '../../../domain/law/appeal-time';
import { CATALOGUE, RULES_VERSION, stepDefinition } from '../../../domain/process/catalogue';
import { APPEAL_OUTCOMES } from '../../../domain/process/decision-outcomes';

describe('the catalogue', () => {
  it('holds the six steps of the first cut, in order of prerequisites', () => {
    expect(CATALOGUE.map(({ id }) => id)).toEqual([
      'delgivning',
      'etableringssamtal',
      'kommunmote',
      'flyttningsanmalan',
      'personnummer',
      'sfi',
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

      it('has a way to appeal, and a row that says where, exactly when it can refuse', () => {
        const canRefuse = outcomes.some(([, { effect }]) => effect === 'refuses');
        expect(Object.hasOwn(APPEAL_ROUTES, id)).toBe(canRefuse);
        for (const outcome of Object.keys(APPEAL_OUTCOMES)) {
          expect(Object.hasOwn(definition.outcomes, outcome)).toBe(canRefuse);
        }
      });

      it('reminds in weeks that follow each other', () => {
        expect(definition.reminderWeeks).toEqual([...definition.reminderWeeks].sort((a, b) => a - b));
      });
    },
  );
});
