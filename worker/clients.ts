import type { AgencyAddress, AgencyClient } from '../activities/clients/agency-client';
import { createMigrationsverketClient } from '../activities/clients/migrationsverket-client';
import { createOpenProtocolClient } from '../activities/clients/open-protocol-client';
import { createRegionClient } from '../activities/clients/region-client';
import { createSkatteverketClient } from '../activities/clients/skatteverket-client';
import type { SystemAgency } from '../domain/model/agency';

/** The client of each agency's system. */
export const CLIENT_MAKERS = {
  migrationsverket: createMigrationsverketClient,
  arbetsformedlingen: (to) => createOpenProtocolClient('arbetsformedlingen', to),
  skatteverket: createSkatteverketClient,
  kommun: (to) => createOpenProtocolClient('kommun', to),
  forsakringskassan: (to) => createOpenProtocolClient('forsakringskassan', to),
  pensionsmyndigheten: (to) => createOpenProtocolClient('pensionsmyndigheten', to),
  uhr: (to) => createOpenProtocolClient('uhr', to),
  region: createRegionClient,
  bank: (to) => createOpenProtocolClient('bank', to),
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
