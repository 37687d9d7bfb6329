/** What a token says about its bearer. */
export type Claims = {
  readonly role: 'caseworker' | 'coordinator' | 'manager' | 'system' | 'operator';
  /** Absent for those who work across agencies. */
  readonly agency?: string;
  /** `national`, or the kommuner of the bearer by SCB's code. */
  readonly area: 'national' | readonly string[];
};

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

function kommunCaseworker(name: string, kommun: string, place: string): Identity {
  const claims: Claims = { role: 'caseworker', agency: 'kommun', area: [kommun] };
  return { name, description: `handläggare, ${place}`, claims };
}

/** Everyone that the demonstration's OpenID Connect provider gives tokens to. None of them exists elsewhere. */
export const IDENTITIES: readonly Identity[] = [
  ...Object.entries({ ...AGENCIES, ...WITHOUT_SYSTEM }).map(([agency, title]): Identity => ({
    name: `caseworker-${agency}`,
    description: `handläggare, ${title}`,
    claims: { role: 'caseworker', agency, area: 'national' },
  })),
  kommunCaseworker('caseworker-kommun', ESKILSTUNA, 'Eskilstuna kommun'),
  kommunCaseworker('caseworker-kommun-sundsvall', SUNDSVALL, 'Sundsvalls kommun'),
  {
    name: 'coordinator',
    description: 'etableringskoordinator',
    claims: { role: 'coordinator', area: 'national' },
  },
  { name: 'manager', description: 'chef', claims: { role: 'manager', area: 'national' } },
  { name: 'operator', description: 'drifttekniker', claims: { role: 'operator', area: 'national' } },
  ...Object.entries({ ...AGENCIES, kommun: 'kommunen' }).map(([agency, title]): Identity => ({
    name: `system-${agency}`,
    description: `verksamhetssystem, ${title}`,
    claims: { role: 'system', agency, area: 'national' },
  })),
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
