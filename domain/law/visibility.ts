/** What each agency may learn of a person, by which statute: a hand-over carries no field that its agency has no row for. */
import type { AgencyId } from '../model/agency';
import { PARTYS_OWN } from './partys-own-papers';
import type { PersonField } from './person-field';

/** One lawful flow: these fields, from this source, in this way. `partysOwn`: the person's own application or papers. */
export type LawfulFlow = {
  readonly from: AgencyId | 'party';
  readonly fields: readonly PersonField[];
  readonly how: 'directAccess' | 'onRequest' | 'push' | 'partysOwn';
  readonly law: string;
};

/** UtlF (2006:97) 7:15 a and 2016:30 12 §: who a person is, the permit with its periods, and the day of entry. */
const PERMIT_DATA: readonly LawfulFlow[] = [
  {
    from: 'migrationsverket',
    fields: ['name', 'personnummer', 'permit', 'arrivedOn'],
    how: 'directAccess',
    law: '2016:27 19 §; 2016:30 12 §',
  },
  {
    from: 'migrationsverket',
    fields: ['name', 'personnummer', 'permit', 'arrivedOn'],
    how: 'onRequest',
    law: 'UtlF 2006:97 7:15 a',
  },
];

/** What socialnämnden may ask FK and PM: applications, grants, periods, amounts. */
const BENEFITS: readonly PersonField[] = ['name', 'personnummer', 'benefit'];

/** The flows to an agency from others, as their statutes read in mid-2025. */
const FLOWS_BETWEEN_AGENCIES: { readonly [agency in AgencyId]?: readonly LawfulFlow[] } = {
  migrationsverket: [
    {
      from: 'arbetsformedlingen',
      fields: ['name', 'personnummer', 'benefit', 'kommun'],
      how: 'directAccess',
      law: '2002:623 7 e, 16 §§',
    },
  ],
  arbetsformedlingen: [{ from: 'forsakringskassan', fields: ['benefit'], how: 'push', law: '2017:819 9:3' }],
  skatteverket: [
    {
      from: 'migrationsverket',
      fields: [
        'name',
        'personnummer',
        'bornOn',
        'citizenship',
        'civilStatus',
        'address',
        'photo',
        'travelDocument',
        'permit',
        'dossiernummer',
      ],
      how: 'onRequest',
      law: 'UtlF 2006:97 7:15 b',
    },
    // For id-kort alone; the card's height and signature are no fields of a hand-over.
    {
      from: 'migrationsverket',
      fields: ['name', 'personnummer', 'photo', 'travelDocument', 'permit'],
      how: 'directAccess',
      law: '2016:27 19 §; 2016:30 13 §',
    },
    { from: 'migrationsverket', fields: ['permit'], how: 'push', law: 'UtlF 2006:97 7:7 a' },
    { from: 'forsakringskassan', fields: ['address', 'benefit'], how: 'onRequest', law: 'FOF 12 §' },
    { from: 'pensionsmyndigheten', fields: ['address', 'benefit'], how: 'onRequest', law: 'FOF 13 §' },
    { from: 'arbetsformedlingen', fields: ['address', 'programme'], how: 'onRequest', law: 'FOF 15 §' },
  ],
  forsakringskassan: [
    ...PERMIT_DATA,
    {
      from: 'arbetsformedlingen',
      fields: ['name', 'personnummer', 'programme'],
      how: 'directAccess',
      law: '2002:623 6-6 a, 16 §§',
    },
    // The duty has no list: what matters in the matter, and so not everything that happens to be known.
    { from: 'arbetsformedlingen', fields: ['programme', 'activityReport'], how: 'push', law: '2017:819 9:1' },
  ],
  pensionsmyndigheten: PERMIT_DATA,
  // Of the kommun socialnämnden alone; school and overförmyndare's office have none of it (OSL 8:2).
  kommun: [
    {
      from: 'arbetsformedlingen',
      fields: ['name', 'personnummer', 'programme', 'activityReport'],
      how: 'directAccess',
      law: '2008:975 5 §; 2002:623 7 d, 16 §§',
    },
    { from: 'forsakringskassan', fields: BENEFITS, how: 'onRequest', law: '2008:975 3 §' },
    { from: 'pensionsmyndigheten', fields: BENEFITS, how: 'onRequest', law: '2008:975 7 §' },
    { from: 'skatteverket', fields: ['name', 'personnummer'], how: 'onRequest', law: '2008:975 6 §' },
  ],
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

/** Whether an agency may learn a field at all. */
export function maySee(agency: AgencyId, field: PersonField): boolean {
  return LAWFUL_FLOWS[agency].some(({ fields }) => fields.includes(field));
}
