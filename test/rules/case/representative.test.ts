import type { CaseFacts } from '../../../domain/model/facts';
import { adult, after, MEETING_DAY, type Event, personBorn, wholePlanOn } from '../support';

const served = after('delgivning', 'served');

function representative(on: string, facts: CaseFacts, ...events: readonly Event[]) {
  return wholePlanOn(on, facts, ...events).representative;
}

describe('who acts for a child', () => {
  const UNTIL = '2027-09-30';
  const alone = personBorn('2009-10-01', { family: { parentsInSweden: false } });
  const godMan = after('godMan', 'appointed', '2027-01-14');
  const vardnadshavare = after('vardnadshavare', 'appointed', '2027-06-21');

  it('is a parent as guardian, also where nobody has told of the parents', () => {
    const guardian = { kind: 'guardian', until: '2037-04-01' };
    const withParents = personBorn('2019-04-02', { family: { parentsInSweden: true } });
    expect(representative(MEETING_DAY, withParents, served)).toEqual(guardian);
    expect(representative(MEETING_DAY, personBorn('2019-04-02'), served)).toEqual(guardian);
  });

  it('is nobody yet for a child alone until a god man is appointed', () => {
    expect(representative('2027-01-13', alone, served)).toEqual({ kind: 'noneAppointed', until: UNTIL });
    const needless = after('godMan', 'notNeeded', '2027-01-14');
    expect(representative('2027-01-14', alone, served, needless)?.kind).toBe('noneAppointed');
  });

  it('is the god man from the appointment until a särskilt förordnad vårdnadshavare takes over', () => {
    expect(representative('2027-06-20', alone, served, godMan)).toEqual({
      kind: 'godMan',
      since: '2027-01-14',
      until: UNTIL,
    });
    expect(representative('2027-06-21', alone, served, godMan, vardnadshavare)).toEqual({
      kind: 'vardnadshavare',
      since: '2027-06-21',
      until: UNTIL,
    });
  });

  it.each([
    ['2027-09-30', 'vardnadshavare'],
    ['2027-10-01', undefined],
    ['2027-10-02', undefined],
  ])('ends on the 18th birthday: on %s %s', (on, kind) => {
    expect(representative(on, alone, served, godMan, vardnadshavare)?.kind).toBe(kind);
  });

  it.each([
    ['2026-02-27', 'guardian'],
    ['2026-02-28', undefined],
  ])('ends for one born on 29 February on the last of February: on %s %s', (on, kind) => {
    expect(representative(on, personBorn('2008-02-29'), served)?.kind).toBe(kind);
  });

  it('is the parent again when a parent comes', () => {
    const joined = personBorn('2009-10-01', { family: { parentsInSweden: true } });
    expect(representative('2027-06-21', joined, served, godMan)?.kind).toBe('guardian');
  });

  it('is nobody for an adult, nor where the birth is not known', () => {
    expect(representative(MEETING_DAY, adult(), served)).toBeUndefined();
    expect(representative(MEETING_DAY, adult({ birth: undefined }), served)).toBeUndefined();
  });
});
