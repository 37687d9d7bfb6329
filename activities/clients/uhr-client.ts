import { z } from 'zod';
import { PlainDate } from '../../domain/model/plain-date';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import {
  type AgencyAddress,
  type AgencyClient,
  eightDigits,
  type ErrandWords,
  knownStep,
} from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

const BASE = '/bedomning/ansokningar';
const TJANST = { betygsbedomning: 'utlandsk-utbildning' } as const;

const BREVLADA = {
  reminder: `${BASE}/paminnelse`,
  completion: `${BASE}/komplettering`,
  demand: `${BASE}/begaran`,
} as const satisfies ErrandWords;

const Ansokan = z.looseObject({ ansokningsNr: z.string(), inkom: PlainDate });
const Handling = z.looseObject({ inkommenHandling: z.string(), inkom: PlainDate });
const Code = z.object({ orsakskod: z.string() }).transform(({ orsakskod }) => orsakskod);

/** UHR's assessment of grades from abroad, our reference in the header `Uhr-Referens`. The grades follow by the person. */
export function createUhrClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('uhr', address, Code);
  const named = (reference: string) => ({ 'uhr-referens': reference });
  return {
    async handOver({ key, now, person }) {
      const body = {
        tjanst: knownStep(TJANST, key),
        dossierNr: eightDigits(person.dossiernummer),
        personNr: person.personnummer,
        fornamn: person.givenName,
        efternamn: person.familyName,
        fodelseDatum: person.bornOn,
        inskickad: now,
      };
      const headers = named(filingReference(key));
      const answer = await http({ method: 'POST', path: BASE, headers, body, answer: Ansokan });
      return { reference: answer.ansokningsNr, on: answer.inkom, answer };
    },
    async retract(key) {
      const headers = named(filingReference(key));
      await http({ method: 'DELETE', path: BASE, headers, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const headers = named(errandReference(key, kind, n));
      const body = { inskickad: now };
      const answer = await http({ method: 'POST', path: BREVLADA[kind], headers, body, answer: Handling });
      return { reference: answer.inkommenHandling, on: answer.inkom, answer };
    },
  };
}
