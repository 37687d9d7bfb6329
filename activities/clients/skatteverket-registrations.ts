import Personnummer from 'personnummer';
import { z } from 'zod';
import { KommunCode } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import type { AgencyAddress } from './agency-client';
import { agencyHttp } from './agency-http';

/** The number of filings that Skatteverket accepts in one query. */
export const MOST_ASKED = 100;

/** A person whom Skatteverket has registered, by the reference of our filing. */
export type Registration = {
  readonly reference: string;
  readonly personnummer: string;
  readonly kommun: KommunCode;
  /** First day of the registration (FOL 35 §). */
  readonly from: PlainDate;
  readonly decidedOn: PlainDate;
  readonly servedOn: PlainDate;
};

/** Skatteverket's answer about one filing; `unreadable` when it does not follow the contract. */
export type RegistrationAnswer = Registration | { readonly reference: string; readonly unreadable: unknown };

/** Returns the registrations that these filings, `MOST_ASKED` at most, have led to. */
export type AskRegistrations = (
  references: readonly string[],
  signal: AbortSignal,
) => Promise<readonly RegistrationAnswer[]>;

const Avisering = z
  .object({
    personnummer: z.string().refine(isPersonnummer),
    kommunkod: KommunCode,
    folkbokfordFran: PlainDate,
    beslutsdatum: PlainDate,
    delgivenDatum: PlainDate,
  })
  .transform(({ personnummer, kommunkod, folkbokfordFran, beslutsdatum, delgivenDatum }) => ({
    personnummer,
    kommun: kommunkod,
    from: folkbokfordFran,
    decidedOn: beslutsdatum,
    servedOn: delgivenDatum,
  }));
const Aviseringar = z.object({ aviseringar: z.array(z.looseObject({ avsandarreferens: z.string() })) });
const Code = z.object({ kod: z.string() }).transform(({ kod }) => kod);

/**
 * Returns a client of Navet, which sends no notification of a single event and must be polled. An answer that cannot be
 * read is returned as `unreadable` and blocks none of the others. Throws as every `AgencyClient` does.
 */
export function createRegistrationsClient(address: AgencyAddress): AskRegistrations {
  const http = agencyHttp('skatteverket', address, Code);
  return async (references, signal) => {
    const { aviseringar } = await http({
      method: 'POST',
      path: '/folkbokforing/v1/aviseringar',
      body: { avsandarreferenser: references },
      answer: Aviseringar,
      signal,
    });
    return aviseringar.map((avisering) => {
      const reference = avisering.avsandarreferens;
      const read = Avisering.safeParse(avisering);
      return read.success ? { reference, ...read.data } : { reference, unreadable: avisering };
    });
  };
}

function isPersonnummer(digits: string): boolean {
  const options = { allowCoordinationNumber: false, allowInterimNumber: false };
  return /^\d{12}$/.test(digits) && Personnummer.valid(digits, options);
}
