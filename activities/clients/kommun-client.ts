import { z } from 'zod';
import { PlainDate } from '../../domain/model/plain-date';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import {
  type AgencyAddress,
  type AgencyClient,
  type AgencyReceipt,
  eightDigits,
  type ErrandWords,
  knownStep,
} from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

const Meeting = z.looseObject({ bokning: z.object({ id: z.string() }), datum: PlainDate });
const Application = z.looseObject({ arende: z.object({ diarienummer: z.string() }), datum: PlainDate });
const Receipt = z.looseObject({ kvitto: z.string(), datum: PlainDate });
const Code = z
  .object({ fel: z.array(z.object({ kod: z.string() })).min(1) })
  .transform(({ fel }) => fel[0]?.kod ?? '');

/** What each step files at the kommun. */
const FILINGS = {
  kommunmote: {
    path: '/bokningar/mote',
    answer: Meeting.transform((answer) => ({ reference: answer.bokning.id, on: answer.datum, answer })),
  },
  sfi: {
    path: '/ansokningar/sfi',
    answer: Application.transform((answer) => ({
      reference: answer.arende.diarienummer,
      on: answer.datum,
      answer,
    })),
  },
} as const;

const SLAG = {
  reminder: 'påminnelse',
  completion: 'komplettering',
  demand: 'begäran om avgörande',
} as const satisfies ErrandWords;

/** A kommun's system: meetings and applications, our reference as `externReferens`. */
export function createKommunClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('kommun', address, Code);

  return {
    async handOver({ key, now, person }) {
      const { path, answer } = knownStep<(typeof FILINGS)[keyof typeof FILINGS]>(FILINGS, key);
      const body = {
        externReferens: filingReference(key),
        sokande: {
          dossiernr: eightDigits(person.dossiernummer),
          namn: `${person.familyName}, ${person.givenName}`,
          fodd: person.bornOn,
          personnummer: person.personnummer,
        },
        kommunkod: person.kommun,
        inkommen: now,
      };
      return http<AgencyReceipt>({ method: 'POST', path, body, answer });
    },
    async retract(key) {
      const path = `/arenden?externReferens=${encodeURIComponent(filingReference(key))}`;
      await http({ method: 'DELETE', path, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const body = {
        externReferens: filingReference(key),
        meddelande: { id: errandReference(key, kind, n), slag: SLAG[kind] },
        inkommen: now,
      };
      const answer = await http({ method: 'POST', path: '/arenden/meddelanden', body, answer: Receipt });
      return { reference: answer.kvitto, on: answer.datum, answer };
    },
  };
}
