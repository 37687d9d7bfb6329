import type { Fact, FactKind } from '../domain/model/facts';
import type { PlainDate } from '../domain/model/plain-date';

/** A fact of an example person, valid from a day. */
export type Told = { readonly fact: Fact; readonly validFrom: PlainDate };

/** The day on which every example path begins: soon after the permit. */
export const BEGINS = '2027-01-11' as PlainDate;

type Facts = { readonly [K in FactKind]?: Omit<Extract<Fact, { kind: K }>, 'kind'> };

const day = (text: string) => text as PlainDate;
const kommun = (code: string) => code as never;

/** Days in the first and second year on which something changes for some of them. */
const LATER = day('2027-06-01');
const NEXT_YEAR = day('2028-02-01');

const PERMIT = {
  ground: 'refugee',
  decidedOn: day('2027-01-04'),
  validFrom: day('2027-01-04'),
  validTo: day('2030-01-03'),
} as const;

/** A refugee of 36, assigned to Eskilstuna from an asylboende. The others are described by how they differ. */
const ADULT: Facts = {
  birth: { bornOn: day('1990-05-14') },
  permit: PERMIT,
  arrival: { arrivedOn: day('2025-09-01') },
  stay: { kommun: kommun('0484'), dwelling: 'fixed', movedInOn: day('2027-01-08') },
  language: { lacksSwedish: true },
  settlement: { form: 'anvisad' },
  lma: { registered: true, housing: 'asylboende' },
  origin: { bornIn: 'SY', citizenship: 'SY' },
  education: { foreignGrades: true },
  family: { parentsInSweden: false },
  protectedIdentity: { level: 'none' },
};

const NO_LMA: Facts = { lma: { registered: false } };
const TEMPORARY: Facts = {
  ...NO_LMA,
  permit: { ...PERMIT, ground: 'temporaryProtection', validTo: day('2029-03-04') },
};
const EGENBOSATT: Facts = { settlement: { form: 'egenbosatt' }, lma: { registered: true, housing: 'own' } };
const ANCHOR = { receivedOn: day('2023-01-01'), appliedOn: day('2025-01-01'), isSwedishCitizen: false };
const RELATIVE: Facts = {
  ...NO_LMA,
  permit: { ...PERMIT, ground: 'family', servedOn: day('2026-12-01') },
  settlement: { form: 'anhorig' },
  arrival: { arrivedOn: day('2027-01-08') },
  anchor: ANCHOR,
};
const STOCKHOLM = kommun('0180');

/** How each example person differs from the beginning, and what changes later. */
const PERSONS: readonly { readonly from: Facts; readonly later?: Facts; readonly nextYear?: Facts }[] = [
  { from: {} },
  { from: { ...EGENBOSATT, stay: { kommun: kommun('0484'), dwelling: 'none' } } },
  { from: { ...EGENBOSATT, ...NO_LMA, bistandRequest: { requestedOn: BEGINS } } },
  { from: { permit: { ...PERMIT, refuses: 'status' } } },
  { from: { permit: { ...PERMIT, ground: 'alternativeProtection', validTo: day('2028-02-04') } } },
  { from: { permit: { ...PERMIT, ground: 'exceptionalGrounds', validTo: undefined } } },
  {
    from: {
      permit: { ...PERMIT, ground: 'quota', servedOn: day('2026-11-01') },
      settlement: { form: 'kvot' },
    },
  },
  { from: RELATIVE },
  { from: { ...RELATIVE, arrival: undefined } },
  { from: { ...RELATIVE, arrival: { arrivedOn: day('2027-03-01') } } },
  { from: { ...RELATIVE, anchor: { ...ANCHOR, isSwedishCitizen: true } } },
  { from: { ...RELATIVE, anchor: { ...ANCHOR, receivedOn: day('2015-01-01') } } },
  {
    from: {
      ...RELATIVE,
      anchor: { ...ANCHOR, formerlyUnaccompanied: true },
      stay: { kommun: STOCKHOLM, dwelling: 'acute' },
    },
  },
  { from: { ...EGENBOSATT, stay: { kommun: STOCKHOLM, dwelling: 'none' } } },
  { from: { ...NO_LMA, stay: { kommun: STOCKHOLM, dwelling: 'genomgangsbostad' } } },
  { from: TEMPORARY },
  {
    from: {
      ...TEMPORARY,
      permit: { ...PERMIT, ground: 'temporaryProtection', validFrom: day('2022-04-01') },
    },
  },
  {
    from: { ...TEMPORARY, permit: { ...PERMIT, ground: 'temporaryProtection', validTo: day('2027-06-30') } },
  },
  { from: { ...TEMPORARY, lma: { registered: true, housing: 'own' } } },
  { from: { birth: { bornOn: day('1955-02-01') }, ...NO_LMA } },
  { from: { birth: { bornOn: day('1960-04-01') } } },
  { from: { birth: { bornOn: day('2009-09-01') }, family: { parentsInSweden: true } } },
  { from: { birth: { bornOn: day('2010-09-01') } } },
  { from: { birth: { bornOn: day('2009-03-01') }, occupation: { activity: 'gymnasium', extent: 'full' } } },
  { from: { birth: { bornOn: day('2026-03-01') }, family: { parentsInSweden: true } } },
  {
    from: {
      birth: { bornOn: day('2026-05-01') },
      family: { parentsInSweden: true },
      preschoolRequest: { requestedOn: BEGINS },
    },
  },
  {
    from: {
      birth: { bornOn: day('2024-05-01') },
      family: { parentsInSweden: true },
      preschoolRequest: { requestedOn: BEGINS },
    },
  },
  { from: { birth: { bornOn: day('2023-02-01') }, family: { parentsInSweden: true } } },
  { from: { birth: { bornOn: day('2020-03-01') }, family: { parentsInSweden: true } } },
  { from: { birth: { bornOn: day('2013-03-01') }, family: { parentsInSweden: true } } },
  { from: { birth: { bornOn: day('2007-11-01') }, family: { parentsInSweden: true } } },
  { from: { birth: { bornOn: day('2007-11-01') }, family: undefined } },
  { from: { registration: { kommun: kommun('0484'), from: day('2026-06-01') }, ...NO_LMA } },
  { from: { registration: { kommun: kommun('0484'), from: day('2023-06-01') }, ...NO_LMA } },
  { from: { language: { lacksSwedish: false }, education: { foreignGrades: false } } },
  { from: { education: { foreignGrades: true, regulatedProfession: true } } },
  { from: { origin: { bornIn: 'SY', citizenship: 'DE' }, ...NO_LMA } },
  { from: { protectedIdentity: { level: 'skyddadFolkbokforing' } } },
  { from: { applicant: { isApplicant: false } } },
  { from: { occupation: { activity: 'work', extent: 'full' }, income: { source: 'wage', from: BEGINS } } },
  { from: {}, later: { occupation: { activity: 'parentalLeave', extent: 'full' } } },
  { from: {}, later: { occupation: { activity: 'sickLeave', extent: 'full' } } },
  { from: {}, later: { occupation: { activity: 'work', extent: 'full' } } },
  { from: {}, later: { stay: { kommun: kommun('2281'), dwelling: 'fixed', movedInOn: LATER } } },
  { from: {}, nextYear: { occupation: { activity: 'studies', extent: 'full' } } },
  { from: {}, later: { departure: { leftOn: LATER } } },
  { from: {}, later: { permitRecall: { finalOn: LATER } } },
  { from: {}, later: { death: { diedOn: LATER } } },
  { from: { permit: undefined, stay: undefined, birth: undefined, arrival: undefined } },
];

/** The facts of each example person, with the day each is valid from. */
export const EXAMPLE_PERSONS: readonly (readonly Told[])[] = PERSONS.map(
  ({ from, later = {}, nextYear = {} }) => [
    ...toldOn(day('2027-01-04'), { ...ADULT, ...from }),
    ...toldOn(LATER, later),
    ...toldOn(NEXT_YEAR, nextYear),
  ],
);

function toldOn(validFrom: PlainDate, facts: Facts): Told[] {
  return Object.entries(facts)
    .filter(([, fact]) => fact !== undefined)
    .map(([kind, fact]) => ({ fact: { kind, ...fact } as Fact, validFrom }));
}
