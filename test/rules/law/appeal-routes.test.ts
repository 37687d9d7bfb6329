import { APPEAL_ROUTES, appealRouteOf } from '../../../domain/law/appeal-routes';
import { appealTime, remedyOf } from '../../../domain/law/appeal-time';
import { day } from '../support';

type Row = readonly [decision: string, body: string, time: string, law: string, review: string];

/** Every decision that can be appealed: to whom, within what time, by which statute, and what omprövning comes first. */
const APPEALABLE: readonly Row[] = [
  ['personnummer', 'forvaltningsratt', 'weeks 3', 'FOL 38, 40 §§; FL 44 §', 'none'],
  ['samordningsnummer', 'forvaltningsratt', 'weeks 3', 'lag 2022:1697; FL 40, 44 §§', 'none'],
  ['idKort', 'forvaltningsratt', 'weeks 3', 'lag 2015:899; FL 40, 44 §§', 'none'],
  ['forlangning', 'migrationsdomstol', 'weeks 3', 'UtlL 14 kap., 16 kap.; FL 44 §', 'none'],
  ['afInskrivning', 'forvaltningsratt', 'weeks 3', 'FL 40, 44 §§ (2017:584 ej läst)', 'none'],
  [
    'sanktionEtableringsersattning',
    'forvaltningsratt',
    'weeks 3',
    '2017:819 11:5; FL 44 §',
    'weeks 3, 2017:819 11:3',
  ],
  [
    'etableringsersattningKartlaggning',
    'forvaltningsratt',
    'months 2',
    '2017:819 11:1; SFB 113:20',
    'months 2, 2017:819 11:1; SFB 113:19',
  ],
  [
    'etableringsersattning',
    'forvaltningsratt',
    'months 2',
    '2017:819 11:1; SFB 113:20',
    'months 2, 2017:819 11:1; SFB 113:19',
  ],
  ['socialforsakring', 'forvaltningsratt', 'months 2', 'SFB 113:10, 113:20', 'months 2, SFB 113:7, 113:19'],
  ['pensionsformaner', 'forvaltningsratt', 'months 2', 'SFB 113:10, 113:20', 'months 2, SFB 113:7, 113:19'],
  ['ekonomisktBistand', 'forvaltningsratt', 'weeks 3', 'SoL 2025:400; FL 44 §', 'none'],
  ['akutboende', 'forvaltningsratt', 'weeks 3', 'SoL 2025:400; FL 44 §', 'none'],
  ['sfi', 'overklagandenamnd', 'weeks 3', 'skollagen 28:12; FL 44 §', 'none'],
];

/** Every decision that may not be appealed, with the statute that says so. */
const NOT_APPEALABLE: readonly (readonly [decision: string, law: string])[] = [
  ['personnummersiffror', 'FOL 39 § 3'],
  ['anvisningKommun', 'lag 2016:38 (prop. 2015/16:54)'],
  ['bankkonto', 'betaltjänstlagen 2010:751 4 a kap.'],
  ['bankId', 'bankens villkor'],
];

function said(time: object): string {
  return Object.entries(time).flat().join(' ');
}

describe('a decision that may be appealed', () => {
  it.each(APPEALABLE)(
    '%s: at %s within %s, %s; omprövning first: %s',
    (decision, body, time, law, review) => {
      const route = appealRouteOf(decision);
      if (route.kind !== 'appealable') throw new Error(`${decision} may not be appealed`);
      expect([route.body, said(route.time), route.law]).toEqual([body, time, law]);
      const first = route.reviewFirst;
      expect(first ? `${said(first.time)}, ${first.law}` : 'none').toBe(review);
    },
  );

  it.each(APPEALABLE)('%s: from the day the person was served, never from the decision', (decision) => {
    const route = appealRouteOf(decision);
    const time = route.kind === 'appealable' ? route.time : undefined;
    expect(appealTime({ decidedOn: day('2027-03-01') }, 'individual', time)).toEqual({ kind: 'notStarted' });
    const served = { decidedOn: day('2027-03-01'), servedOn: day('2027-03-10') };
    expect(appealTime(served, 'individual', time)).toEqual({
      kind: 'runs',
      lastDay: time && 'months' in time ? '2027-05-10' : '2027-03-31',
    });
  });
});

describe('a decision that the agency reviews itself, and nobody else', () => {
  it('is the one on the programme: three weeks, 2017:820 28-29 §§', () => {
    const route = appealRouteOf('anvisningEtableringsprogrammet');
    expect(route).toEqual({ kind: 'reviewOnly', time: { weeks: 3 }, law: '2017:820 28-29 §§' });
    expect(remedyOf(route, false)?.rule).toBe('review');
    expect(remedyOf(route, true)).toBeUndefined();
  });
});

describe('a decision that may not be appealed', () => {
  it.each(NOT_APPEALABLE)('%s: %s', (decision, law) => {
    expect(appealRouteOf(decision)).toEqual({ kind: 'notAppealable', law });
  });

  it.each(['kommunmote', 'constructor', ''])('is also one that the table does not know: %s', (decision) => {
    expect(appealRouteOf(decision)).toEqual({ kind: 'notAppealable', law: 'FL 41 §' });
  });
});

describe('the table of decisions', () => {
  it('is told here whole', () => {
    const appealedOrNot = [...APPEALABLE, ...NOT_APPEALABLE].map(([decision]) => decision);
    const told = [...appealedOrNot, 'anvisningEtableringsprogrammet'];
    expect(told.toSorted((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(APPEAL_ROUTES).toSorted((a, b) => a.localeCompare(b)),
    );
  });
});
