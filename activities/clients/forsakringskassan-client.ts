import { z } from 'zod';
import { PlainDate } from '../../domain/model/plain-date';
import {
  errandReference,
  filingReference,
  type FilingKey,
} from '../../domain/process/filings/filing-reference';
import {
  type AgencyAddress,
  type AgencyClient,
  eightDigits,
  type ErrandWords,
  knownStep,
  monthOf,
} from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

/** What each step applies for at Försäkringskassan. */
const FORMANSKOD = {
  etableringsersattningKartlaggning: 'EE_KARTLAGGNING',
  etableringsersattning: 'EE',
  socialforsakring: 'FORSAKRINGSTILLHORIGHET',
} as const;

const HANDELSETYP = {
  reminder: 'PAMINNELSE',
  completion: 'INKOMMEN_KOMPLETTERING',
  demand: 'BEGARAN_ATT_AVGORA',
} as const satisfies ErrandWords;

const Arende = z.looseObject({ arendeId: z.string(), registreringsdag: PlainDate });
const Handelse = z.looseObject({ handelseId: z.string(), registreringsdag: PlainDate });
const Code = z
  .object({ felinformation: z.object({ statuskod: z.string() }) })
  .transform(({ felinformation }) => felinformation.statuskod);

/** Försäkringskassan's förmånsärenden: our reference is the address of the matter. */
export function createForsakringskassanClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('forsakringskassan', address, Code);
  return {
    async handOver({ key, now, person }) {
      const body = {
        formanskod: knownStep(FORMANSKOD, key),
        avserManad: monthOf(key),
        sokande: {
          dossiernr: eightDigits(person.dossiernummer),
          personnummer: person.personnummer,
          fornamn: person.givenName,
          efternamn: person.familyName,
          fodelsedag: person.bornOn,
        },
        inresedag: person.arrivedOn,
        ankom: now,
      };
      const answer = await http({ method: 'PUT', path: pathOf(key), body, answer: Arende });
      return { reference: answer.arendeId, on: answer.registreringsdag, answer };
    },
    async retract(key) {
      await http({ method: 'POST', path: `${pathOf(key)}/atertagande`, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const path = `${pathOf(key)}/handelser/${encodeURIComponent(errandReference(key, kind, n))}`;
      const body = { handelsetyp: HANDELSETYP[kind], ankom: now };
      const answer = await http({ method: 'PUT', path, body, answer: Handelse });
      return { reference: answer.handelseId, on: answer.registreringsdag, answer };
    },
  };
}

function pathOf(key: FilingKey): string {
  return `/formaner/v3/arenden/${encodeURIComponent(filingReference(key))}`;
}
