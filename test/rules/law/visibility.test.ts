import type { PersonField } from '../../../domain/law/person-field';
import { LAWFUL_FLOWS, maySee } from '../../../domain/law/visibility';
import type { AgencyId } from '../../../domain/model/agency';
import { CATALOGUE } from '../../../domain/process/steps/catalogue';
import type { Bring } from '../../../domain/process/steps/step-definition';

type Source = AgencyId | 'party';

function flows(to: AgencyId, from: Source) {
  return LAWFUL_FLOWS[to].filter((flow) => flow.from === from);
}

/** All that an agency may learn from one source, in whatever way. */
function fieldsFrom(to: AgencyId, from: Source): readonly PersonField[] {
  const fields = flows(to, from).flatMap((flow) => flow.fields);
  return [...new Set(fields)].toSorted((a, b) => a.localeCompare(b));
}

/** The papers that show a thing that only a paper can show. */
const PAPERS: { readonly [field in PersonField]?: readonly Bring[] } = {
  permit: ['permitCard', 'permitDecision', 'lmaCard'],
  travelDocument: ['passport'],
  grades: ['grades'],
};

const agencies = Object.keys(LAWFUL_FLOWS) as AgencyId[];

describe('what one agency may learn of a person from another', () => {
  it.each<[AgencyId, AgencyId, string, string]>([
    ['migrationsverket', 'arbetsformedlingen', 'directAccess', 'benefit kommun name personnummer'],
    ['arbetsformedlingen', 'forsakringskassan', 'push', 'benefit'],
    [
      'skatteverket',
      'migrationsverket',
      'onRequest directAccess push',
      'address bornOn citizenship civilStatus dossiernummer name permit personnummer photo travelDocument',
    ],
    ['skatteverket', 'forsakringskassan', 'onRequest', 'address benefit'],
    ['skatteverket', 'pensionsmyndigheten', 'onRequest', 'address benefit'],
    ['skatteverket', 'arbetsformedlingen', 'onRequest', 'address programme'],
    ['forsakringskassan', 'migrationsverket', 'directAccess onRequest', 'arrivedOn name permit personnummer'],
    [
      'forsakringskassan',
      'arbetsformedlingen',
      'directAccess push',
      'activityReport name personnummer programme',
    ],
    [
      'pensionsmyndigheten',
      'migrationsverket',
      'directAccess onRequest',
      'arrivedOn name permit personnummer',
    ],
    ['kommun', 'arbetsformedlingen', 'directAccess', 'activityReport name personnummer programme'],
    ['kommun', 'forsakringskassan', 'onRequest', 'benefit name personnummer'],
    ['kommun', 'pensionsmyndigheten', 'onRequest', 'benefit name personnummer'],
    ['kommun', 'skatteverket', 'onRequest', 'name personnummer'],
  ])('%s from %s (%s): %s', (to, from, ways, fields) => {
    expect(flows(to, from).map(({ how }) => how)).toEqual(ways.split(' '));
    expect(fieldsFrom(to, from).join(' ')).toBe(fields);
  });

  it('is nothing else: thirteen pairs in all, each with its statute', () => {
    const pairs = agencies.flatMap((to) =>
      [...new Set(LAWFUL_FLOWS[to].map(({ from }) => from))]
        .filter((from) => from !== 'party')
        .map((from) => `${to} ${from}`),
    );
    expect(pairs).toHaveLength(13);
    expect(agencies.flatMap((to) => LAWFUL_FLOWS[to]).every(({ law }) => law !== '')).toBe(true);
  });

  it.each<AgencyId>(['arbetsformedlingen', 'kommun', 'uhr', 'region', 'bank', 'overformyndare', 'tingsratt'])(
    'is for %s nothing of Migrationsverket’s (2016:27 19 §)',
    (agency) => {
      expect(flows(agency, 'migrationsverket')).toEqual([]);
    },
  );

  it('is by direct access only where a statute names the receiver', () => {
    const direct = agencies.flatMap((to) =>
      LAWFUL_FLOWS[to].filter(({ how }) => how === 'directAccess').map(({ from }) => `${to} from ${from}`),
    );
    expect(direct).toEqual([
      'migrationsverket from arbetsformedlingen',
      'skatteverket from migrationsverket',
      'kommun from arbetsformedlingen',
      'forsakringskassan from migrationsverket',
      'forsakringskassan from arbetsformedlingen',
      'pensionsmyndigheten from migrationsverket',
    ]);
  });
});

describe('what the person’s own application and papers carry', () => {
  it.each(agencies)('has one row for %s', (agency) => {
    expect(flows(agency, 'party').map(({ how }) => how)).toEqual(['partysOwn']);
  });

  it('is how Arbetsförmedlingen and the kommun know of a permit: they are shown it', () => {
    for (const agency of ['arbetsformedlingen', 'kommun'] as const) {
      expect(maySee(agency, 'permit')).toBe(true);
      const sources = LAWFUL_FLOWS[agency].filter(({ fields }) => fields.includes('permit'));
      expect(sources.map(({ from }) => from)).toEqual(['party']);
    }
  });

  it('gives no bank and no region what the person lives on', () => {
    expect(maySee('bank', 'benefit')).toBe(false);
    expect(maySee('region', 'benefit')).toBe(false);
    expect(maySee('uhr', 'address') && !maySee('uhr', 'dwelling')).toBe(true);
  });
});

describe('what a step’s agency is told', () => {
  it.each(CATALOGUE.map((definition) => [definition.id, definition] as const))(
    '%s: only what the agency may be told, each thing once',
    (_, { agency, sees }) => {
      expect(sees.filter((field) => !maySee(agency, field))).toEqual([]);
      expect(new Set(sees).size).toBe(sees.length);
    },
  );

  it.each(CATALOGUE.map((definition) => [definition.id, definition] as const))(
    '%s: papers that no other agency may send are brought by the person',
    (_, { agency, sees, bring }) => {
      const sentByOthers = agencies.flatMap((from) => fieldsFrom(agency, from));
      const toBring = sees.filter((field) => PAPERS[field] !== undefined && !sentByOthers.includes(field));
      expect(toBring.filter((field) => !bring.some((paper) => PAPERS[field]?.includes(paper)))).toEqual([]);
    },
  );
});
