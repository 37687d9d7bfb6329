import type { AgencyClient } from '../activities/clients/agency-client';
import { createArbetsformedlingenClient } from '../activities/clients/arbetsformedlingen-client';
import { createKommunClient } from '../activities/clients/kommun-client';
import { createMigrationsverketClient } from '../activities/clients/migrationsverket-client';
import { createSkatteverketClient } from '../activities/clients/skatteverket-client';
import type { AgencyId } from '../domain/model/agency';

const MAKERS = {
  migrationsverket: createMigrationsverketClient,
  arbetsformedlingen: createArbetsformedlingenClient,
  skatteverket: createSkatteverketClient,
  kommun: createKommunClient,
} as const satisfies Record<AgencyId, (to: { url: string; apiKey: string }) => AgencyClient>;

/** A client for each agency's system at its address, all with the installation's key. */
export function createAgencyClients(
  urls: Readonly<Record<AgencyId, string>>,
  apiKey: string,
): Record<AgencyId, AgencyClient> {
  return {
    migrationsverket: MAKERS.migrationsverket({ url: urls.migrationsverket, apiKey }),
    arbetsformedlingen: MAKERS.arbetsformedlingen({ url: urls.arbetsformedlingen, apiKey }),
    skatteverket: MAKERS.skatteverket({ url: urls.skatteverket, apiKey }),
    kommun: MAKERS.kommun({ url: urls.kommun, apiKey }),
  };
}
