import {
  assignmentDue,
  inProgrammeGroup,
  mustLeaveProgramme,
  notToBeAssigned,
  outOfGroup,
} from '../../../domain/law/programme-group';
import type { PermitGround } from '../../../domain/model/status-facts';
import { adult, day, personBorn } from '../support';

const today = day('2027-01-11');
const since = day('2027-01-04');
const anchor = { receivedOn: day('2024-01-01'), appliedOn: day('2025-01-01'), isSwedishCitizen: false };

describe('the group of etableringsprogrammet by permit (lag 2017:584, 2010:1122 5-5 a §§)', () => {
  it.each<PermitGround>([
    'refugee',
    'alternativeProtection',
    'exceptionalGrounds',
    'quota',
    'temporaryProtection',
  ])('has those with the ground %s', (ground) => {
    expect(outOfGroup(adult({ permit: { ground } }), today)).toBeUndefined();
    expect(inProgrammeGroup(adult({ permit: { ground } }), today)).toBe(true);
  });

  it('has a relative only through an anchor that is known and counts', () => {
    const permit = { ground: 'family' } as const;
    const late = { ...anchor, appliedOn: day('2030-01-02') };
    expect(outOfGroup(adult({ permit }), today)).toBe('anchorNotKnown');
    expect(outOfGroup(adult({ permit, anchor }), today)).toBeUndefined();
    expect(outOfGroup(adult({ permit, anchor: late }), today)).toMatchObject({ why: 'relativeAppliedLate' });
    expect(inProgrammeGroup(adult({ permit }), today)).toBe(false);
    expect(inProgrammeGroup(adult({ permit, anchor }), today)).toBe(true);
  });

  it.each([
    ['2007-01-12', false],
    ['2007-01-11', true],
    ['1960-01-12', true],
    ['1960-01-11', false],
  ])('has one born %s: %s', (bornOn, isIn) => {
    expect(inProgrammeGroup(personBorn(bornOn), today)).toBe(isIn);
  });

  it('has nobody of whom birth or permit is unknown', () => {
    expect(inProgrammeGroup(adult({ birth: undefined }), today)).toBe(false);
    expect(inProgrammeGroup(adult({ permit: undefined }), today)).toBe(false);
    expect(outOfGroup(adult({ permit: undefined }), today)).toBeUndefined();
  });
});

describe('who is not to be assigned (2017:820 5 § second paragraph)', () => {
  it.each([
    ['work', 'full', 'fullTimeWork'],
    ['work', 'part', undefined],
    ['gymnasium', 'full', 'inGymnasium'],
    ['gymnasium', 'part', 'inGymnasium'],
    ['parentalLeave', 'full', 'fullParentalBenefit'],
    ['parentalLeave', 'part', undefined],
    ['sickLeave', 'full', 'fullSicknessBenefit'],
    ['sickLeave', 'part', undefined],
    ['studies', 'full', undefined],
    ['unemployed', 'full', undefined],
  ] as const)('%s, %s: %s', (activity, extent, why) => {
    expect(notToBeAssigned(adult({ occupation: { activity, extent } }))?.why).toBe(why);
  });

  it.each([
    [{ registered: true, housing: 'asylboende' }, 'livesInAsylboende'],
    [{ registered: true, housing: 'own' }, undefined],
    [{ registered: false, housing: 'asylboende' }, undefined],
    [{ registered: true }, undefined],
  ] as const)('housing %o: %s', (lma, why) => {
    expect(notToBeAssigned(adult({ lma }))?.why).toBe(why);
  });
});

describe('who must leave the programme (2017:820 17-18 §§)', () => {
  it('is written out at once for work, gymnasium and parental leave', () => {
    for (const activity of ['work', 'gymnasium', 'parentalLeave'] as const) {
      const facts = adult({ occupation: { activity, extent: 'full' } });
      expect(mustLeaveProgramme(facts)?.from).toBe(since);
    }
  });

  it('is written out for sick leave when it has lasted more than 30 days in a row', () => {
    const facts = adult({ occupation: { activity: 'sickLeave', extent: 'full' } });
    expect(mustLeaveProgramme(facts)).toEqual({
      why: 'fullSicknessBenefit',
      law: '2017:820 17-18 §§',
      from: '2027-02-03', // the 31st day of a leave that began on 4 January
    });
  });

  it('may stay at part time, and whatever the housing was', () => {
    expect(mustLeaveProgramme(adult({ occupation: { activity: 'work', extent: 'part' } }))).toBeUndefined();
    expect(mustLeaveProgramme(adult({ lma: { registered: true, housing: 'asylboende' } }))).toBeUndefined();
  });
});

it('sets a goal for the assessment, which the statute wants as soon as the conditions are met', () => {
  expect(assignmentDue(today)).toMatchObject({
    date: '2027-01-18',
    kind: 'target',
    rule: 'assessAssignment',
  });
});
