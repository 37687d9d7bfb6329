/** The one table of every decision of the path: who hears an appeal, within what time, and whether omprövning comes first. */
import type { AppealRoute } from './appeal-time';

const THREE_WEEKS = { weeks: 3 } as const;
const TWO_MONTHS = { months: 2 } as const;
const COURT = { kind: 'appealable', body: 'forvaltningsratt', time: THREE_WEEKS } as const;

/** Försäkringskassan's and Pensionsmyndigheten's decisions: omprövning within two months, then two months to appeal. */
const SOCIAL_INSURANCE = {
  kind: 'appealable',
  body: 'forvaltningsratt',
  time: TWO_MONTHS,
  law: 'SFB 113:10, 113:20',
  reviewFirst: { time: TWO_MONTHS, law: 'SFB 113:7, 113:19' },
} as const;
const ETABLERINGSERSATTNING = {
  ...SOCIAL_INSURANCE,
  law: '2017:819 11:1; SFB 113:20',
  reviewFirst: { time: TWO_MONTHS, law: '2017:819 11:1; SFB 113:19' },
} as const;

/** Every decision that the catalogue knows, by step id; a decision that is no step has a name of its own. */
export const APPEAL_ROUTES: { readonly [decision: string]: AppealRoute } = {
  // An avvisning is a decision under FL and not FOL 3-22 §§: FL 44 § sets the same three weeks for it.
  personnummer: { ...COURT, law: 'FOL 38, 40 §§; FL 44 §' },
  personnummersiffror: { kind: 'notAppealable', law: 'FOL 39 § 3' },
  samordningsnummer: { ...COURT, law: 'lag 2022:1697; FL 40, 44 §§' },
  idKort: { ...COURT, law: 'lag 2015:899; FL 40, 44 §§' },
  anvisningKommun: { kind: 'notAppealable', law: 'lag 2016:38 (prop. 2015/16:54)' },
  forlangning: {
    kind: 'appealable',
    body: 'migrationsdomstol',
    time: THREE_WEEKS,
    law: 'UtlL 14 kap., 16 kap.; FL 44 §',
  },
  afInskrivning: { ...COURT, law: 'FL 40, 44 §§ (2017:584 ej läst)' },
  anvisningEtableringsprogrammet: { kind: 'reviewOnly', time: THREE_WEEKS, law: '2017:820 28-29 §§' },
  // Arbetsförmedlingen's warning or suspension; a decision that is no step of the path.
  sanktionEtableringsersattning: {
    ...COURT,
    law: '2017:819 11:5; FL 44 §',
    reviewFirst: { time: THREE_WEEKS, law: '2017:819 11:3' },
  },
  etableringsersattningKartlaggning: ETABLERINGSERSATTNING,
  etableringsersattning: ETABLERINGSERSATTNING,
  socialforsakring: SOCIAL_INSURANCE,
  pensionsformaner: SOCIAL_INSURANCE,
  ekonomisktBistand: { ...COURT, law: 'SoL 2025:400; FL 44 §' },
  akutboende: { ...COURT, law: 'SoL 2025:400; FL 44 §' },
  sfi: {
    kind: 'appealable',
    body: 'overklagandenamnd',
    time: THREE_WEEKS,
    law: 'skollagen 28:12; FL 44 §',
  },
  bankkonto: { kind: 'notAppealable', law: 'betaltjänstlagen 2010:751 4 a kap.' },
  bankId: { kind: 'notAppealable', law: 'bankens villkor' },
};

/** The route of a decision; one that the table does not know may not be appealed here. */
export function appealRouteOf(decision: string): AppealRoute {
  const route = Object.hasOwn(APPEAL_ROUTES, decision) ? APPEAL_ROUTES[decision] : undefined;
  return route ?? { kind: 'notAppealable', law: 'FL 41 §' };
}
