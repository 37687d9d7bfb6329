import Personnummer from 'personnummer';
import { z } from 'zod';
import { KommunCode } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import type { AgencyAddress } from './agency-client';
import { agencyHttp } from './agency-http';

/** As many filings as Skatteverket takes in one question. */
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

/** What Skatteverket tells of one filing; `unreadable` when it is not in the form agreed. */
export type ToldRegistration = Registration | { readonly reference: string; readonly unreadable: unknown };

/** Asks Skatteverket which of these filings, `MOST_ASKED` at most, have led to a registration. */
export type AskRegistrations = (
  references: readonly string[],
  signal: AbortSignal,
) => Promise<readonly ToldRegistration[]>;

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
 * Skatteverket's answers to those who ask: Navet tells of no single event. One that cannot be read is told apart, so
 * that it holds up none of the others. Throws as every client does.
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
    return aviseringar.map((told) => {
      const reference = told.avsandarreferens;
      const read = Avisering.safeParse(told);
      return read.success ? { reference, ...read.data } : { reference, unreadable: told };
    });
  };
}

function isPersonnummer(digits: string): boolean {
  const options = { allowCoordinationNumber: false, allowInterimNumber: false };
  return /^\d{12}$/.test(digits) && Personnummer.valid(digits, options);
}
