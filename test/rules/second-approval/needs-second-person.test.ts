import { needsSecondPerson, unknownNames } from '../../../domain/process/judging/second-approval';

describe('which outcomes need a second person', () => {
  const rule = { ekonomisktBistand: ['denied', 'partly'], personnummer: ['avslag'] };

  it.each<[string, string, boolean]>([
    ['ekonomisktBistand', 'denied', true],
    ['ekonomisktBistand', 'granted', false],
    ['ekonomisktBistand:2027-03', 'denied', true],
    ['sfi', 'notReceived', false],
    ['constructor', 'name', false],
  ])('%s %s: %s', (stepId, outcome, needed) => {
    expect(needsSecondPerson(rule, stepId, outcome)).toBe(needed);
  });

  it('names only steps and outcomes that somebody can mean', () => {
    expect(unknownNames(rule)).toEqual([]);
    const wrong = {
      bankid: ['opened'],
      sfi: ['notReceived', 'granted', 'toString'],
      'ekonomisktBistand:2027-03': ['denied'],
    };
    expect(unknownNames(wrong)).toEqual([
      'bankid',
      'sfi.granted',
      'sfi.toString',
      'ekonomisktBistand:2027-03',
    ]);
  });
});
