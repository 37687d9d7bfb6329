import { z } from 'zod';

const Secrets = z.record(z.string(), z.string().regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'whsec_ and base64'));

const PORT_RULE = 'must be a port number with eight more after it, or 0 for any';
const port = z.coerce.number(PORT_RULE).int(PORT_RULE).min(0, PORT_RULE).max(65_527, PORT_RULE);

const Environment = z.object({
  AGENCIES_PORT: port.default(8091),
  AGENCIES_DATA_DIR: z.string().min(1).optional(),
  AGENCIES_SEED: z.string().min(1).default('etablering'),
  AGENCIES_DEMO_SPEED: z.coerce.number().positive().optional(),
  AGENCY_API_KEY: z.string().min(1).optional(),
  WEBHOOK_URL: z.url().optional(),
  WEBHOOK_SECRETS: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(Secrets)
    .default({}),
});

/** The settings of all simulators together. */
export type Settings = {
  readonly basePort: number;
  readonly dataDir?: string;
  readonly seed: string;
  readonly demoSpeedMs?: number;
  readonly apiKey?: string;
  readonly webhookUrl?: string;
  readonly webhookSecrets: Readonly<Record<string, string>>;
};

/** Reads the simulators' settings from the environment; throws an Error of one line naming every faulty variable. */
// oxlint-disable-next-line node/no-process-env -- the simulators are no part of the project and import none of it
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const read = Environment.safeParse(Object.fromEntries(set));
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(faults.join('; '));
  }
  const { data } = read;
  return {
    basePort: data.AGENCIES_PORT,
    dataDir: data.AGENCIES_DATA_DIR,
    seed: data.AGENCIES_SEED,
    demoSpeedMs: data.AGENCIES_DEMO_SPEED,
    apiKey: data.AGENCY_API_KEY,
    webhookUrl: data.WEBHOOK_URL?.replace(/\/+$/, ''),
    webhookSecrets: data.WEBHOOK_SECRETS,
  };
}
