/** The claims of a token about its bearer. */
export type Claims = {
  readonly role: 'caseworker' | 'coordinator' | 'manager' | 'system' | 'operator';
  /** Absent for those who work across agencies. */
  readonly agency?: string;
  /** `national`, or the kommuner of the bearer by SCB's code. */
  readonly area: 'national' | readonly string[];
  readonly name: string;
  readonly email: string;
};
type Work = Omit<Claims, 'name' | 'email'>;

/** Someone, or some system, that the demonstration knows. */
export type Identity = { readonly name: string; readonly description: string; readonly claims: Claims };

const ESKILSTUNA = '0484';
const SUNDSVALL = '2281';

/** Those with a system of their own, but for the kommun. */
const AGENCIES = {
  migrationsverket: 'Migrationsverket',
  arbetsformedlingen: 'Arbetsförmedlingen',
  skatteverket: 'Skatteverket',
  forsakringskassan: 'Försäkringskassan',
  pensionsmyndigheten: 'Pensionsmyndigheten',
  uhr: 'UHR',
  region: 'regionen',
  bank: 'banken',
} as const;

/** Those whose steps a person always answers. */
const WITHOUT_SYSTEM = { overformyndare: 'överförmyndaren', tingsratt: 'tingsrätten' } as const;

function identity(name: string, description: string, work: Work): Identity {
  return { name, description, claims: { ...work, name: description, email: `${name}@etablering.example` } };
}

function kommunCaseworker(name: string, kommun: string, place: string): Identity {
  return identity(name, `handläggare, ${place}`, { role: 'caseworker', agency: 'kommun', area: [kommun] });
}

/** Everyone that the demonstration's OpenID Connect provider issues tokens to. None of them exists elsewhere. */
export const IDENTITIES: readonly Identity[] = [
  ...Object.entries({ ...AGENCIES, ...WITHOUT_SYSTEM }).map(([agency, title]) =>
    identity(`caseworker-${agency}`, `handläggare, ${title}`, {
      role: 'caseworker',
      agency,
      area: 'national',
    }),
  ),
  identity('caseworker-skatteverket-2', 'handläggare, Skatteverket, en kollega', {
    role: 'caseworker',
    agency: 'skatteverket',
    area: 'national',
  }),
  kommunCaseworker('caseworker-kommun', ESKILSTUNA, 'Eskilstuna kommun'),
  kommunCaseworker('caseworker-kommun-2', ESKILSTUNA, 'Eskilstuna kommun, en kollega'),
  kommunCaseworker('caseworker-kommun-sundsvall', SUNDSVALL, 'Sundsvalls kommun'),
  identity('coordinator', 'etableringskoordinator', { role: 'coordinator', area: 'national' }),
  identity('manager', 'chef', { role: 'manager', area: 'national' }),
  identity('manager-kommun', 'chef, Eskilstuna', { role: 'manager', area: [ESKILSTUNA] }),
  identity('operator', 'drifttekniker', { role: 'operator', area: 'national' }),
  ...Object.entries({ ...AGENCIES, kommun: 'kommunen' }).map(([agency, title]) =>
    identity(`system-${agency}`, `verksamhetssystem, ${title}`, { role: 'system', agency, area: 'national' }),
  ),
];

/** The identity of this name. */
export function identityNamed(name: string): Identity | undefined {
  return IDENTITIES.find((identity) => identity.name === name);
}

/** One line for each identity: its name, and who it is. */
export function identityLines(): readonly string[] {
  const width = Math.max(...IDENTITIES.map(({ name }) => name.length));
  return IDENTITIES.map(({ name, description, claims }) => {
    const area = claims.area === 'national' ? 'hela landet' : `kommun ${claims.area.join(', ')}`;
    return `${name.padEnd(width)}  ${description} (${area})`;
  });
}

/** The secret of every demonstration identity: it opens nothing but this machine's own demonstration. */
export const DEMONSTRATION_SECRET = 'demonstration';
