import { z } from 'zod';
import type { SystemAgency } from '../../domain/model/agency';
import { PlainDate } from '../../domain/model/plain-date';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import type { HandOverPerson } from '../../register/hand-over/person';
import { eightDigits, type AgencyAddress, type AgencyClient, type AgencyReceipt } from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

/** The agencies that speak the open protocol, and what each is sent of a person besides name and date of birth. */
const PARTS = {
  arbetsformedlingen: ['dossierNumber'],
  kommun: ['dossierNumber', 'personnummer', 'kommun'],
  forsakringskassan: ['dossierNumber', 'personnummer', 'arrivedOn'],
  pensionsmyndigheten: ['dossierNumber', 'personnummer', 'kommun'],
  uhr: ['dossierNumber', 'personnummer'],
  bank: ['personnummer', 'hasResidencePermit'],
} as const satisfies Partial<Record<SystemAgency, readonly (keyof ReturnType<typeof partsOf>)[]>>;

const Receipt = z.looseObject({ number: z.string(), registeredOn: PlainDate });
const Code = z.object({ code: z.string() }).transform(({ code }) => code);

/**
 * Returns the client of an agency that speaks the open protocol of `docs/operations/agency-protocol.md`. `handOver`
 * throws a TypeError (a defect) for a step of another agency; otherwise it throws as every `AgencyClient` does.
 */
export function createOpenProtocolClient(agency: keyof typeof PARTS, address: AgencyAddress): AgencyClient {
  const http = agencyHttp(agency, address, Code);
  const put = async (reference: string, body: object): Promise<AgencyReceipt> => {
    const answer = await http({ method: 'PUT', path: `/filings/${reference}`, body, answer: Receipt });
    return { reference: answer.number, on: answer.registeredOn, answer };
  };
  return {
    async handOver({ key, now, person }) {
      const step = stepDefinition(key.stepId);
      if (!step?.handedOver || step.agency !== agency) {
        throw new TypeError(`${agency} has no filing for the step ${key.stepId}`);
      }
      return put(filingReference(key), { sentAt: now, person: sentPerson(agency, person) });
    },
    async retract(key) {
      await http({ method: 'DELETE', path: `/filings/${filingReference(key)}`, answer: anyAnswer });
    },
    sendErrand: (kind, key, n, now) => put(errandReference(key, kind, n), { sentAt: now }),
  };
}

function sentPerson(agency: keyof typeof PARTS, person: HandOverPerson): object {
  const { givenName, familyName, bornOn } = person;
  const parts = partsOf(person);
  return {
    givenName,
    familyName,
    bornOn,
    ...Object.fromEntries(PARTS[agency].map((part) => [part, parts[part]])),
  };
}

function partsOf({ dossiernummer, personnummer, arrivedOn, kommun, permitGround }: HandOverPerson) {
  return {
    dossierNumber: eightDigits(dossiernummer),
    personnummer,
    arrivedOn,
    kommun,
    hasResidencePermit: permitGround && true,
  };
}
