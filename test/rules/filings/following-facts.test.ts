import { stepDefinition } from '../../../domain/process/steps/catalogue';
import { followingFacts } from '../../../domain/process/filings/following-facts';
import type { OutcomeDefinition } from '../../../domain/process/steps/step-definition';
import { adult, day } from '../support';

const registered = stepDefinition('personnummer')?.outcomes.registered as OutcomeDefinition;
const fields = { kommun: '0484', from: '2027-01-14' };

describe('where a person is registered follows from the decision', () => {
  it.each(['none', 'sekretessmarkering', 'fingeradePersonuppgifter'] as const)(
    'with protection %s',
    (level) => {
      const facts = adult({ protectedIdentity: { level } });
      expect(followingFacts(registered, fields, day('2027-02-08'), facts)).toEqual([
        { kind: 'registration', kommun: '0484', from: '2027-01-14' },
      ]);
    },
  );

  it('without the kommun with skyddad folkbokföring, which overwrites none', () => {
    const hidden = adult({ protectedIdentity: { level: 'skyddadFolkbokforing' } });
    expect(followingFacts(registered, fields, day('2027-02-08'), hidden)).toEqual([
      { kind: 'registration', from: '2027-01-14' },
    ]);
    const earlier = { kommun: '0180' as never, from: day('2026-02-01') };
    const known = adult({ protectedIdentity: { level: 'skyddadFolkbokforing' }, registration: earlier });
    expect(followingFacts(registered, fields, day('2027-02-08'), known)).toEqual([
      { kind: 'registration', kommun: '0180', from: '2027-01-14' },
    ]);
  });
});
