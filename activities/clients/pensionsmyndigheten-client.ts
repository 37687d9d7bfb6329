import { z } from 'zod';
import { PlainDate } from '../../domain/model/plain-date';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import {
  type AgencyAddress,
  type AgencyClient,
  type ErrandWords,
  hyphenated,
  knownStep,
  monthOf,
} from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

/** What the step applies for at Pensionsmyndigheten: all that tops up a small pension. */
const FORMAN = { pensionsformaner: 'GRUNDSKYDD' } as const;

const BREV_TYP = {
  reminder: 'paminnelse',
  completion: 'komplettering',
  demand: 'begaran_om_avgorande',
} as const satisfies ErrandWords;

const Ansokan = z.looseObject({ diarienummer: z.string(), ankomstdag: PlainDate });
const Brev = z.looseObject({ kvittonummer: z.string(), ankomstdag: PlainDate });
const Code = z.object({ fel_kod: z.string() }).transform(({ fel_kod }) => fel_kod);

/** Pensionsmyndigheten's applications and letters, our reference as `klient_referens`. */
export function createPensionsmyndighetenClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('pensionsmyndigheten', address, Code);
  return {
    async handOver({ key, now, person }) {
      const body = {
        klient_referens: filingReference(key),
        forman: knownStep(FORMAN, key),
        fornyas_fran: monthOf(key),
        pensionssokande: {
          dossier_nr: hyphenated(person.dossiernummer),
          person_nr: person.personnummer?.replace(/^(\d{8})(\d{4})$/, '$1-$2'),
          hela_namnet: `${person.givenName} ${person.familyName}`,
          fodd: person.bornOn,
          bosatt_i: person.kommun,
        },
        ankomst: now,
      };
      const answer = await http({ method: 'POST', path: '/pension/ansokningar', body, answer: Ansokan });
      return { reference: answer.diarienummer, on: answer.ankomstdag, answer };
    },
    async retract(key) {
      const body = { klient_referens: filingReference(key) };
      await http({ method: 'POST', path: '/pension/aterkallade', body, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const body = {
        klient_referens: filingReference(key),
        brev_referens: errandReference(key, kind, n),
        brev_typ: BREV_TYP[kind],
        ankomst: now,
      };
      const answer = await http({ method: 'POST', path: '/pension/brev', body, answer: Brev });
      return { reference: answer.kvittonummer, on: answer.ankomstdag, answer };
    },
  };
}
