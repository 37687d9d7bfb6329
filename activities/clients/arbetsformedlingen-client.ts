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

/** What each step books at Arbetsförmedlingen. */
const APPOINTMENTS = { etableringssamtal: 'ETABLERINGSSAMTAL' } as const;

const Appointment = z.looseObject({ appointmentId: z.string(), bookedOn: PlainDate });
const Receipt = z.looseObject({ messageId: z.string(), receivedOn: PlainDate });
const Code = z.object({ error: z.object({ code: z.string() }) }).transform(({ error }) => error.code);

const TYPE = {
  reminder: 'REMINDER',
  completion: 'SUPPLEMENT',
  demand: 'DECISION_DEMAND',
} as const satisfies ErrandWords;

/** Arbetsförmedlingen's appointments: REST in English words, our reference in `Idempotency-Key`. */
export function createArbetsformedlingenClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('arbetsformedlingen', address, Code);

  return {
    async handOver({ key, now, person }) {
      const answer = await http({
        method: 'POST',
        path: '/v2/appointments',
        headers: { 'idempotency-key': filingReference(key) },
        body: {
          type: knownStep(APPOINTMENTS, key),
          jobseeker: {
            dossierNumber: eightDigits(person.dossiernummer),
            givenName: person.givenName,
            familyName: person.familyName,
            dateOfBirth: person.bornOn,
          },
          sentAt: now,
        },
        answer: Appointment,
      });
      return { reference: answer.appointmentId, on: answer.bookedOn, answer };
    },
    async retract(key) {
      const headers = { 'idempotency-key': filingReference(key) };
      await http({ method: 'DELETE', path: '/v2/appointments', headers, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const answer = await http({
        method: 'POST',
        path: '/v2/appointments/messages',
        headers: { 'idempotency-key': errandReference(key, kind, n) },
        body: { type: TYPE[kind], sentAt: now },
        answer: Receipt,
      });
      return { reference: answer.messageId, on: answer.receivedOn, answer };
    },
  };
}
