import { z } from 'zod';
import { PlainDate } from '../../domain/model/plain-date';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import {
  type AgencyAddress,
  type AgencyClient,
  type ErrandWords,
  hyphenated,
  knownStep,
} from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

/** What each step books at Migrationsverket. */
const BOOKINGS = { delgivning: '/bokningar/delgivning' } as const;

const Booking = z.looseObject({ bokningsnummer: z.string(), registrerad: PlainDate });
const Receipt = z.looseObject({ kvittens: z.string(), mottaget: PlainDate });
const Code = z.object({ felkod: z.string() }).transform(({ felkod }) => felkod);

const TYP = {
  reminder: 'PAMINNELSE',
  completion: 'KOMPLETTERING',
  demand: 'BEGARAN_OM_AVGORANDE',
} as const satisfies ErrandWords;

/** Migrationsverket's booking system: `bokningar`, Swedish words, our reference in the body. */
export function createMigrationsverketClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('migrationsverket', address, Code);

  return {
    async handOver({ key, now, person }) {
      const body = {
        referens: filingReference(key),
        dossiernummer: hyphenated(person.dossiernummer),
        sokande: {
          fornamn: person.givenName,
          efternamn: person.familyName,
          fodelsedatum: person.bornOn,
        },
        skickad: now,
      };
      const answer = await http({ method: 'POST', path: knownStep(BOOKINGS, key), body, answer: Booking });
      return { reference: answer.bokningsnummer, on: answer.registrerad, answer };
    },
    async retract(key) {
      const path = `/bokningar/${encodeURIComponent(filingReference(key))}`;
      await http({ method: 'DELETE', path, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const body = {
        referens: filingReference(key),
        meddelandereferens: errandReference(key, kind, n),
        typ: TYP[kind],
        skickad: now,
      };
      const answer = await http({ method: 'POST', path: '/bokningar/meddelanden', body, answer: Receipt });
      return { reference: answer.kvittens, on: answer.mottaget, answer };
    },
  };
}
