import fc from 'fast-check';
import { addDays } from '../../../domain/law/calendar';
import type { CaseFacts, Fact, FactKind } from '../../../domain/model/facts';
import type { PlainDate } from '../../../domain/model/plain-date';
import { PermitGround } from '../../../domain/model/status-facts';
import { noon } from '../support';

const START = '2026-01-01' as PlainDate;

/** Any day from a year before the first meeting to three years after it. */
export const anyDay = fc.integer({ min: -400, max: 1200 }).map((days) => addDays(START, days));
export const anyInstant = anyDay.map((date) => noon(date));

const bornOn = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1930-01-01' as PlainDate, days));
const permit = fc.record(
  {
    ground: fc.constantFrom(...PermitGround.options),
    decidedOn: anyDay,
    validFrom: anyDay,
    validTo: anyDay,
    servedOn: anyDay,
  },
  { requiredKeys: ['ground', 'decidedOn', 'validFrom'] },
);

function fact<K extends FactKind>(kind: K, content: fc.Arbitrary<unknown>) {
  return fc
    .tuple(content, anyDay)
    .map(
      ([value, since]) => ({ kind, since, ...(value as object) }) as unknown as Extract<Fact, { kind: K }>,
    );
}

const kommun = fc.constantFrom('0484', '2281', '0180');
const everyFact = {
  birth: fact('birth', fc.record({ bornOn })),
  arrival: fact('arrival', fc.record({ arrivedOn: anyDay })),
  permit: fact('permit', permit),
  settlement: fact(
    'settlement',
    fc.record({ form: fc.constantFrom('anvisad', 'egenbosatt', 'kvot', 'anhorig') }),
  ),
  stay: fact(
    'stay',
    fc.record(
      {
        kommun,
        dwelling: fc.constantFrom('fixed', 'none', 'acute', 'genomgangsbostad'),
        movedInOn: anyDay,
        movedKommunOn: anyDay,
      },
      { requiredKeys: ['kommun', 'dwelling'] },
    ),
  ),
  registration: fact('registration', fc.record({ kommun, from: anyDay })),
  family: fact('family', fc.record({ parentsInSweden: fc.boolean() })),
  language: fact('language', fc.record({ lacksSwedish: fc.boolean() })),
  lma: fact('lma', fc.record({ registered: fc.boolean(), housing: fc.constantFrom('asylboende', 'own') })),
  lmaAid: fact('lmaAid', fc.record({ paidUntil: anyDay })),
  income: fact(
    'income',
    fc.record(
      { source: fc.constant('wage'), from: anyDay, until: anyDay },
      { requiredKeys: ['source', 'from'] },
    ),
  ),
  occupation: fact(
    'occupation',
    fc.record({
      activity: fc.constantFrom('unemployed', 'work', 'gymnasium', 'studies', 'parentalLeave', 'sickLeave'),
      extent: fc.constantFrom('full', 'part'),
    }),
  ),
  origin: fact('origin', fc.record({ bornIn: fc.constantFrom('SY', 'DE') })),
  anchor: fact(
    'anchor',
    fc.record({ receivedOn: anyDay, appliedOn: anyDay, isSwedishCitizen: fc.boolean() }),
  ),
  education: fact('education', fc.record({ foreignGrades: fc.boolean(), regulatedProfession: fc.boolean() })),
  preschoolRequest: fact('preschoolRequest', fc.record({ requestedOn: anyDay })),
  bistandRequest: fact('bistandRequest', fc.record({ requestedOn: anyDay })),
  applicant: fact('applicant', fc.record({ isApplicant: fc.boolean() })),
  protectedIdentity: fact('protectedIdentity', fc.constant({ level: 'none' })),
  permitRecall: fact('permitRecall', fc.record({ finalOn: anyDay })),
  departure: fact('departure', fc.record({ leftOn: anyDay })),
  death: fact('death', fc.record({ diedOn: anyDay })),
  withdrawal: fact('withdrawal', fc.constant({ reason: 'moved' })),
} satisfies { readonly [kind in FactKind]: unknown };

/** Any facts at all. */
export const anyFacts = fc.record(everyFact, { requiredKeys: [] }) as unknown as fc.Arbitrary<CaseFacts>;

const going = {
  ...everyFact,
  withdrawal: fc.constant(undefined),
  registration: fc.constant(undefined),
  permitRecall: fc.constant(undefined),
  departure: fc.constant(undefined),
  death: fc.constant(undefined),
};

/** Facts of a case that is not withdrawn and whose permit, birth and stay are known. */
export const likelyFacts = fc.record(going, {
  requiredKeys: ['birth', 'permit', 'stay', 'arrival'],
}) as unknown as fc.Arbitrary<CaseFacts>;

/** The same, with every fact told that a step may wait for. */
export const toldFacts = fc.record(going, {
  requiredKeys: ['birth', 'permit', 'stay', 'arrival', 'family', 'anchor', 'occupation'],
}) as unknown as fc.Arbitrary<CaseFacts>;
