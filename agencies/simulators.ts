import type { Agency } from './kernel/agency';
import { startSimulator, type RunningSimulator } from './kernel/simulator';
import { migrationsverket } from './migrationsverket/app';
import { arbetsformedlingen } from './open-protocol/arbetsformedlingen';
import { bank } from './open-protocol/bank';
import { forsakringskassan } from './open-protocol/forsakringskassan';
import { kommun } from './open-protocol/kommun';
import { pensionsmyndigheten } from './open-protocol/pensionsmyndigheten';
import { uhr } from './open-protocol/uhr';
import { region } from './region/app';
import type { Settings } from './settings';
import { skatteverket } from './skatteverket/app';

/** The simulators, in the order of their ports. */
export const AGENCIES: readonly Agency[] = [
  migrationsverket,
  arbetsformedlingen,
  skatteverket,
  kommun,
  forsakringskassan,
  pensionsmyndigheten,
  uhr,
  region,
  bank,
];

/**
 * Starts all simulators, the first on the base port and the others on the ports after it (base 0: any free ports).
 * Starts all or none: throws an Error of one line that names the faulty setting.
 */
export async function startSimulators(settings: Settings): Promise<RunningSimulator[]> {
  const running: RunningSimulator[] = [];
  try {
    for (const [place, agency] of AGENCIES.entries()) running.push(await started(agency, place, settings));
    return running;
  } catch (error) {
    await Promise.all(running.map(({ stop }) => stop()));
    throw error;
  }
}

async function started(agency: Agency, place: number, settings: Settings): Promise<RunningSimulator> {
  const { basePort, webhookUrl, webhookSecrets, ...shared } = settings;
  const port = basePort === 0 ? 0 : basePort + place;
  const secret = webhookSecrets[agency.id];
  if (webhookUrl && !secret && agency.sendsWebhooks)
    throw new Error(`WEBHOOK_SECRETS: none for ${agency.id}`);
  const webhook = webhookUrl && secret ? { url: `${webhookUrl}/${agency.id}`, secret } : undefined;
  try {
    return await startSimulator(agency, { ...shared, port, webhook });
  } catch (error) {
    throw new Error(explained(error, agency, port), { cause: error });
  }
}

function explained(error: unknown, agency: Agency, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `AGENCIES_PORT: port ${port} (${agency.id}) is taken`;
  if (code === 'EACCES' && message.includes('listen')) return `AGENCIES_PORT: port ${port} may not be used`;
  return `AGENCIES_DATA_DIR: ${message}`;
}
