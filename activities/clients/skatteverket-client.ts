import { z } from 'zod';
import type { PermitGround } from '../../domain/model/status-facts';
import { PlainDate } from '../../domain/model/plain-date';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import {
  type AgencyAddress,
  type AgencyClient,
  type AgencyReceipt,
  type ErrandWords,
  type HandOverRequest,
  hyphenated,
  knownStep,
} from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

const BASE = '/folkbokforing/v1';

const Visit = z.looseObject({ besoksnummer: z.string(), bokat: PlainDate });
const Matter = z.looseObject({ arendenummer: z.string(), mottagen: PlainDate });
const Receipt = z.looseObject({ kvittensnummer: z.string(), mottagen: PlainDate });
const Code = z.object({ kod: z.string() }).transform(({ kod }) => kod);

const GROUND = {
  refugee: 'FLYKTING',
  alternativeProtection: 'ALTERNATIVT_SKYDD',
  exceptionalGrounds: 'OMMANDE',
  quota: 'KVOT',
  family: 'ANKNYTNING',
  temporaryProtection: 'TILLFALLIGT_SKYDD',
} as const satisfies Record<PermitGround, string>;

/** What each step files at Skatteverket: a visit at a servicekontor, and the notification to be decided. */
const FILINGS = {
  flyttningsanmalan: {
    path: `${BASE}/besok`,
    more: ({ arrivedOn, dwelling }: HandOverRequest['person']) => ({
      inrest: arrivedOn,
      bostad: dwelling && (dwelling === 'fixed' ? 'FAST' : 'SAKNAS'),
    }),
    answer: Visit.transform((answer) => ({ reference: answer.besoksnummer, on: answer.bokat, answer })),
  },
  personnummer: {
    path: `${BASE}/arenden`,
    more: ({ permitGround }: HandOverRequest['person']) => ({
      uppehallstillstand: permitGround && GROUND[permitGround],
    }),
    answer: Matter.transform((answer) => ({ reference: answer.arendenummer, on: answer.mottagen, answer })),
  },
} as const;

const LETTERS = {
  reminder: `${BASE}/paminnelser`,
  completion: `${BASE}/kompletteringar`,
  demand: `${BASE}/begaran-om-avgorande`,
} as const satisfies ErrandWords;

/** Skatteverket's folkbokföring: visits, notifications and letters about them, our reference as `avsandarreferens`. */
export function createSkatteverketClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('skatteverket', address, Code);

  return {
    async handOver({ key, now, person }) {
      const { path, more, answer } = knownStep<(typeof FILINGS)[keyof typeof FILINGS]>(FILINGS, key);
      const body = {
        avsandarreferens: filingReference(key),
        dossiernummer: hyphenated(person.dossiernummer),
        person: {
          fornamn: person.givenName,
          efternamn: person.familyName,
          fodelsetid: person.bornOn?.replaceAll('-', ''),
        },
        kommunkod: person.kommun,
        ...more(person),
        inkom: now,
      };
      return http<AgencyReceipt>({ method: 'POST', path, body, answer });
    },
    async retract(key) {
      const body = { avsandarreferens: filingReference(key) };
      await http({ method: 'POST', path: `${BASE}/aterkallelser`, body, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const body = {
        avsandarreferens: filingReference(key),
        skrivelsereferens: errandReference(key, kind, n),
        inkom: now,
      };
      const answer = await http({ method: 'POST', path: LETTERS[kind], body, answer: Receipt });
      return { reference: answer.kvittensnummer, on: answer.mottagen, answer };
    },
  };
}
