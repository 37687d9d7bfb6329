/** The field lists by which one agency may learn of a person from another; all texts read in their state of mid-2025. */
import type { AgencyId } from '../model/agency';
import type { LawfulFlow, PersonField } from './visibility';

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

/** The flows to an agency from others; the person's own papers are in `partys-own-papers.ts`. */
export const FLOWS_BETWEEN_AGENCIES: { readonly [agency in AgencyId]?: readonly LawfulFlow[] } = {
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
    // The duty has no list: what matters in the matter, and so not what is merely at hand.
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
