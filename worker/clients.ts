import type { AgencyAddress, AgencyClient } from '../activities/clients/agency-client';
import { createArbetsformedlingenClient } from '../activities/clients/arbetsformedlingen-client';
import { createBankClient } from '../activities/clients/bank-client';
import { createForsakringskassanClient } from '../activities/clients/forsakringskassan-client';
import { createKommunClient } from '../activities/clients/kommun-client';
import { createMigrationsverketClient } from '../activities/clients/migrationsverket-client';
import { createPensionsmyndighetenClient } from '../activities/clients/pensionsmyndigheten-client';
import { createRegionClient } from '../activities/clients/region-client';
import { createSkatteverketClient } from '../activities/clients/skatteverket-client';
import { createUhrClient } from '../activities/clients/uhr-client';
import type { SystemAgency } from '../domain/model/agency';

/** The client of each agency's system. */
export const CLIENT_MAKERS = {
  migrationsverket: createMigrationsverketClient,
  arbetsformedlingen: createArbetsformedlingenClient,
  skatteverket: createSkatteverketClient,
  kommun: createKommunClient,
  forsakringskassan: createForsakringskassanClient,
  pensionsmyndigheten: createPensionsmyndighetenClient,
  uhr: createUhrClient,
  region: createRegionClient,
  bank: createBankClient,
} as const satisfies Record<SystemAgency, (to: AgencyAddress) => AgencyClient>;

/** A client for each agency's system at its address, all with the installation's key. */
export function createAgencyClients(
  urls: Readonly<Record<SystemAgency, string>>,
  apiKey: string,
): Record<SystemAgency, AgencyClient> {
  const clients = Object.entries(CLIENT_MAKERS).map(([agency, make]) => {
    const url = urls[agency as SystemAgency];
    return [agency, make({ url, apiKey })];
  });
  return Object.fromEntries(clients) as Record<SystemAgency, AgencyClient>;
}
