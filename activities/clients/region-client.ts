import { z } from 'zod';
import { PlainDate } from '../../domain/model/plain-date';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import {
  type AgencyAddress,
  type AgencyClient,
  eightDigits,
  type ErrandWords,
  type HandOverRequest,
  knownStep,
} from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

const SERVICE = { halsoundersokning: 'health-examination' } as const;

const CATEGORY = {
  reminder: 'reminder',
  completion: 'additional-information',
  demand: 'request-for-decision',
} as const satisfies ErrandWords;

const Appointment = z.looseObject({ id: z.string(), meta: z.object({ lastUpdated: PlainDate }) });
const Communication = z.looseObject({ id: z.string(), received: PlainDate });
const Code = z
  .object({
    issue: z.array(
      z.object({ details: z.object({ coding: z.array(z.object({ code: z.string() })).min(1) }) }),
    ),
  })
  .transform(({ issue }) => issue[0]?.details.coding[0]?.code ?? '');

/** A region's bookings: FHIR resources, our reference as their business identifier. */
export function createRegionClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('region', address, Code);
  return {
    async handOver({ key, now, person }) {
      const body = {
        resourceType: 'Appointment',
        identifier: identifier(filingReference(key)),
        serviceType: knownStep(SERVICE, key),
        subject: patient(person),
        created: now,
      };
      const answer = await http({ method: 'POST', path: '/fhir/Appointment', body, answer: Appointment });
      return { reference: answer.id, on: answer.meta.lastUpdated, answer };
    },
    async retract(key) {
      const path = `/fhir/Appointment?identifier=${encodeURIComponent(filingReference(key))}`;
      await http({ method: 'DELETE', path, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const body = {
        resourceType: 'Communication',
        identifier: identifier(errandReference(key, kind, n)),
        category: CATEGORY[kind],
        sent: now,
      };
      const answer = await http({ method: 'POST', path: '/fhir/Communication', body, answer: Communication });
      return { reference: answer.id, on: answer.received, answer };
    },
  };
}

function identifier(value: string) {
  return { system: 'urn:region:sender-reference', value };
}

function patient({ givenName, familyName, bornOn, kommun, ...numbers }: HandOverRequest['person']) {
  const known = [
    { type: 'dossiernummer', value: eightDigits(numbers.dossiernummer) },
    { type: 'personnummer', value: numbers.personnummer },
  ];
  return {
    resourceType: 'Patient',
    identifier: known.filter(({ value }) => value !== undefined),
    name: { family: familyName, given: [givenName] },
    birthDate: bornOn,
    address: kommun && { district: kommun },
  };
}
