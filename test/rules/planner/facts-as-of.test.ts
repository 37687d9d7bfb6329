import type { DatedFact } from '../../../domain/model/facts';
import type { HouseholdId, MessageId, PersonId } from '../../../domain/model/ids';
import { factsAsOf, nextFactDay } from '../../../domain/process/facts-as-of';
import { day } from '../support';

const person = { personId: 'p' as PersonId };
const household = { householdId: 'h' as HouseholdId };

function stay(kommun: string, validFrom: string, of: DatedFact['of']): DatedFact {
  const fact = { kind: 'stay', kommun: kommun as never, dwelling: 'fixed' } as const;
  return { fact, of, validFrom: day(validFrom), source: 'intake', messageId: 'm' as MessageId };
}

const inEskilstuna = stay('0484', '2027-01-11', household);
const inSundsvall = stay('2281', '2027-03-01', household);

describe('what holds on a day', () => {
  it.each([
    ['2027-01-10', undefined],
    ['2027-01-11', '0484'],
    ['2027-02-28', '0484'],
    ['2027-03-01', '2281'],
  ])('on %s the kommun of stay is %s', (on, kommun) => {
    expect(factsAsOf([inSundsvall, inEskilstuna], day(on)).stay?.kommun).toBe(kommun);
  });

  it('says since when', () => {
    expect(factsAsOf([inEskilstuna], day('2027-02-01')).stay?.since).toBe('2027-01-11');
  });

  it('is the last told of those valid from the same day', () => {
    const corrected = stay('0180', '2027-01-11', household);
    expect(factsAsOf([inEskilstuna, corrected], day('2027-02-01')).stay?.kommun).toBe('0180');
  });

  it('is a person’s own before the household’s, also an older one, in any order', () => {
    const own = stay('0180', '2027-01-20', person);
    expect(factsAsOf([own, inSundsvall], day('2027-04-01')).stay?.kommun).toBe('0180');
    expect(factsAsOf([inSundsvall, own], day('2027-04-01')).stay?.kommun).toBe('0180');
    expect(factsAsOf([inEskilstuna, own], day('2027-01-15')).stay?.kommun).toBe('0484');
  });

  it('is nothing when nothing is told', () => {
    expect(factsAsOf([], day('2027-01-11'))).toEqual({});
  });

  it('knows the next day on which a fact already told becomes valid', () => {
    expect(nextFactDay([inSundsvall, inEskilstuna], day('2027-01-11'))).toBe('2027-03-01');
    expect(nextFactDay([inSundsvall, inEskilstuna], day('2027-03-01'))).toBeUndefined();
  });
});
