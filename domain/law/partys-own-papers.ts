/** FL (2017:900) 10, 19-20 §§: what a person's own application and papers carry to the agency that receives them. */
import type { AgencyId } from '../model/agency';
import type { PersonField } from './person-field';

/** Who the person is, by any of the numbers that they may have. */
const IDENTITY = ['name', 'dossiernummer', 'personnummer', 'bornOn'] as const;

/** Permit card and LMA-kort, shown by their holder. */
const PERMIT = ['permit', 'arrivedOn', 'citizenship'] as const;

/** What each agency receives from the person, or from their representative, with the statute of the matter. */
export const PARTYS_OWN: {
  readonly [agency in AgencyId]: { readonly fields: readonly PersonField[]; readonly law: string };
} = {
  migrationsverket: {
    fields: [
      ...IDENTITY,
      ...PERMIT,
      'civilStatus',
      'address',
      'photo',
      'travelDocument',
      'kommun',
      'dwelling',
      'representative',
    ],
    law: 'UtlL 2005:716; LMA 1994:137',
  },
  arbetsformedlingen: {
    fields: [
      ...IDENTITY,
      ...PERMIT,
      'address',
      'kommun',
      'grades',
      'programme',
      'activityReport',
      'representative',
    ],
    law: '2002:623 3, 10 a §§; 2017:820 5-6 §§',
  },
  skatteverket: {
    fields: [
      ...IDENTITY,
      ...PERMIT,
      'civilStatus',
      'address',
      'photo',
      'travelDocument',
      'kommun',
      'dwelling',
      'representative',
    ],
    law: 'FOL 26-28 §§; förordning 2023:363 8 §',
  },
  kommun: {
    fields: [
      ...IDENTITY,
      ...PERMIT,
      'civilStatus',
      'address',
      'kommun',
      'dwelling',
      'benefit',
      'programme',
      'grades',
      'representative',
    ],
    law: 'FL 19 §; skollagen 2010:800; SoL 2025:400',
  },
  forsakringskassan: {
    fields: [
      ...IDENTITY,
      ...PERMIT,
      'civilStatus',
      'address',
      'kommun',
      'dwelling',
      'benefit',
      'programme',
      'representative',
    ],
    law: 'SFB 110:4, 110:13; 2017:819 7 kap.',
  },
  pensionsmyndigheten: {
    fields: [
      ...IDENTITY,
      ...PERMIT,
      'civilStatus',
      'address',
      'kommun',
      'dwelling',
      'benefit',
      'representative',
    ],
    law: 'SFB 110:4, 110:13',
  },
  uhr: { fields: [...IDENTITY, 'permit', 'address', 'grades'], law: 'förordning 2012:811 (ej läst)' },
  region: {
    fields: [...IDENTITY, 'permit', 'address', 'kommun', 'representative'],
    law: 'lag 2008:344 4, 7 §§',
  },
  bank: {
    fields: ['name', 'personnummer', 'bornOn', 'permit', 'address', 'travelDocument'],
    law: 'lag 2017:630 3:7, 3:12; lag 2010:751 4 a:1',
  },
  overformyndare: {
    fields: [...IDENTITY, 'arrivedOn', 'address', 'kommun', 'representative'],
    law: 'lag 2005:429 (ej läst)',
  },
  tingsratt: {
    fields: [...IDENTITY, 'permit', 'address', 'kommun', 'representative'],
    law: 'lag 2005:429; föräldrabalken 6 kap. (ej lästa)',
  },
};
