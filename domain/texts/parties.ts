import type { AgencyId } from '../model/agency';
import type { Due } from '../model/plan';
import { capitalised, type Text } from './language';

/** The parties that a sentence can be about besides the newcomer. National agencies keep their Swedish names in every language. */
export const PARTIES = {
  migrationsverket: same('Migrationsverket'),
  arbetsformedlingen: same('Arbetsförmedlingen'),
  skatteverket: same('Skatteverket'),
  kommun: { sv: 'kommunen', en: 'the municipality' },
  forsakringskassan: same('Försäkringskassan'),
  pensionsmyndigheten: same('Pensionsmyndigheten'),
  uhr: same('Universitets- och högskolerådet'),
  region: { sv: 'regionen', en: 'the region' },
  bank: { sv: 'banken', en: 'the bank' },
  overformyndare: { sv: 'överförmyndaren', en: 'the chief guardian (överförmyndaren)' },
  tingsratt: { sv: 'tingsrätten', en: 'the district court (tingsrätten)' },
  forvaltningsratt: { sv: 'förvaltningsrätten', en: 'the administrative court (förvaltningsrätten)' },
  migrationsdomstol: { sv: 'migrationsdomstolen', en: 'the migration court (migrationsdomstolen)' },
  overklagandenamnd: same('Skolväsendets överklagandenämnd'),
} as const satisfies Record<Exclude<Due['whose'], 'newcomer'>, Text>;

/** The body that hears an appeal without a row in the law tables. */
export const COURT: Text = { sv: 'domstolen', en: 'the court' };

/** Who reads: to those who work with the case a sentence is about the newcomer, to the newcomer it is about *you*. */
export const READERS = ['staff', 'newcomer'] as const;
export type Reader = (typeof READERS)[number];

/** The newcomer as named to each reader. */
export const NEWCOMER = {
  staff: { sv: 'den nyanlända', en: 'the newcomer' },
  newcomer: { sv: 'du', en: 'you' },
} as const satisfies Record<Reader, Text>;

/** An agency's Swedish name as a heading. */
export function agencyTitle(agency: AgencyId): string {
  return capitalised(PARTIES[agency].sv);
}

function same(name: string): Text {
  return { sv: name, en: name };
}
