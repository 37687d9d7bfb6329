/** What each agency may be told of a person, by which statute: a hand-over carries no field that its agency has no row for. */
import type { AgencyId } from '../model/agency';
import { FLOWS_BETWEEN_AGENCIES } from './flows-between-agencies';
import { PARTYS_OWN } from './partys-own-papers';

/** One kind of statement about a person that may travel to an agency. */
export type PersonField =
  | 'name'
  | 'dossiernummer'
  | 'personnummer'
  | 'bornOn'
  | 'citizenship'
  | 'civilStatus'
  | 'address'
  | 'arrivedOn'
  | 'permit'
  | 'photo'
  | 'travelDocument'
  | 'kommun'
  | 'dwelling'
  | 'programme'
  | 'benefit'
  | 'activityReport'
  | 'grades'
  | 'representative';

/** One lawful flow: these fields, from this source, in this way. `partysOwn`: the person's own application or papers. */
export type LawfulFlow = {
  readonly from: AgencyId | 'party';
  readonly fields: readonly PersonField[];
  readonly how: 'directAccess' | 'onRequest' | 'push' | 'partysOwn';
  readonly law: string;
};

/**
 * The lawful flows to each agency. What is not here is not lawful: above all Arbetsförmedlingen and the kommun have no
 * access to Migrationsverket's data (2016:27 19 §), and know of a permit what the person shows them.
 */
export const LAWFUL_FLOWS: { readonly [agency in AgencyId]: readonly LawfulFlow[] } = {
  migrationsverket: flowsTo('migrationsverket'),
  arbetsformedlingen: flowsTo('arbetsformedlingen'),
  skatteverket: flowsTo('skatteverket'),
  kommun: flowsTo('kommun'),
  forsakringskassan: flowsTo('forsakringskassan'),
  pensionsmyndigheten: flowsTo('pensionsmyndigheten'),
  uhr: flowsTo('uhr'),
  region: flowsTo('region'),
  bank: flowsTo('bank'),
  overformyndare: flowsTo('overformyndare'),
  tingsratt: flowsTo('tingsratt'),
};

function flowsTo(agency: AgencyId): readonly LawfulFlow[] {
  const { fields, law } = PARTYS_OWN[agency];
  return [...(FLOWS_BETWEEN_AGENCIES[agency] ?? []), { from: 'party', fields, how: 'partysOwn', law }];
}

/** Whether an agency may be told a field at all. */
export function maySee(agency: AgencyId, field: PersonField): boolean {
  return LAWFUL_FLOWS[agency].some(({ fields }) => fields.includes(field));
}
