import { z } from 'zod';
import type { Settings } from '../setting';
import { httpUrl, number, port, webhookSecrets } from '../values';

/** The agencies that have a system of their own here, in the order of their simulators' ports. */
export const AGENCY_SYSTEMS = [
  'migrationsverket',
  'arbetsformedlingen',
  'skatteverket',
  'kommun',
  'forsakringskassan',
  'pensionsmyndigheten',
  'uhr',
  'region',
  'bank',
] as const;
export type AgencySystem = (typeof AGENCY_SYSTEMS)[number];

/** The variable that holds the address of an agency's system. */
export function urlVariable<A extends AgencySystem>(agency: A): `${Uppercase<A>}_URL` {
  return `${agency.toUpperCase() as Uppercase<A>}_URL`;
}

function systemUrl(agency: AgencySystem) {
  return {
    value: httpUrl.optional(),
    text: "Address of the agency's system, when it is not the simulated one.",
    readBy: ['worker', 'api'],
    example: `https://${agency}.example.se`,
  } as const;
}

const urls = Object.fromEntries(
  AGENCY_SYSTEMS.map((agency) => [urlVariable(agency), systemUrl(agency)]),
) as Record<`${Uppercase<AgencySystem>}_URL`, ReturnType<typeof systemUrl>>;

/** The agencies' systems and their simulators. */
export const AGENCY_SETTINGS = {
  AGENCIES_PORT: {
    value: port.max(65_527, 'must leave room for nine ports in a row').default(8091),
    text: 'First of the nine ports in a row of the simulated agencies.',
    readBy: ['agencies', 'worker', 'api'],
  },
  AGENCIES_SEED: {
    value: z.string().default('etablering'),
    text: "Seed of the simulators' random choices.",
    readBy: ['agencies'],
  },
  AGENCIES_DEMO_SPEED: {
    value: number('must be milliseconds, a number over 0', { above: 0 }).default(1000),
    text: 'Length of a day of lead time in the demonstration; not used with --no-demo.',
    unit: 'ms',
    readBy: ['agencies'],
  },
  AGENCIES_DATA_DIR: {
    value: z.string().optional(),
    text: 'Folder in which the simulators keep what they know. `npm start` sets it to a folder in DATA_DIR.',
    readBy: ['agencies'],
  },
  WEBHOOK_URL: {
    value: httpUrl.optional(),
    text: "Where the simulators send their webhooks. `npm start` sets it to the API's address.",
    readBy: ['agencies'],
  },
  ...urls,
  AGENCY_API_KEY: {
    value: z.string().min(16, 'must be at least 16 characters').optional(),
    text: "Bearer key that the project shows to the agencies' systems. `npm start` makes one at the first start.",
    readBy: ['agencies', 'worker'],
    isSecret: true,
  },
  WEBHOOK_SECRETS: {
    value: webhookSecrets.optional(),
    text: 'Secret that each agency signs its webhooks with, as JSON. `npm start` makes them at the first start.',
    readBy: ['agencies', 'api'],
    isSecret: true,
    example: '{"skatteverket":"whsec_c2thdHRldmVya2V0","bank":"whsec_YmFua2Vu"}',
  },
} as const satisfies Settings;
