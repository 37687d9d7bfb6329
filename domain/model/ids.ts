import { z } from 'zod';

/** One person's path through etableringen. Also names the workflow: `case-<caseId>`. */
export const CaseId = z.uuid().brand('CaseId').meta({ id: 'CaseId' });
export type CaseId = z.infer<typeof CaseId>;

/** A person in the register. Never a personnummer: that is an identifier *of* a person. */
export const PersonId = z.uuid().brand('PersonId').meta({ id: 'PersonId' });
export type PersonId = z.infer<typeof PersonId>;

/** Persons who move together; decisions are still made for each of them. */
export const HouseholdId = z.uuid().brand('HouseholdId').meta({ id: 'HouseholdId' });
export type HouseholdId = z.infer<typeof HouseholdId>;

/** Id of a changing request: a row in `messages`, the Update's id, the ledger's event key. */
export const MessageId = z.uuid().brand('MessageId').meta({ id: 'MessageId' });
export type MessageId = z.infer<typeof MessageId>;

/**
 * Name of a step in the catalogue (`domain/process`), for instance `personnummer`; of a later occurrence of a recurring
 * step with the month in which its period begins, for instance `handlingsplan:2027-08`.
 */
export const StepId = z
  .string()
  .regex(/^[a-z][A-Za-z]{1,60}(:\d{4}-\d{2})?$/)
  .brand('StepId')
  .meta({ id: 'StepId', example: 'personnummer' });
export type StepId = z.infer<typeof StepId>;

/** SCB's code of a kommun: län (2 digits) and kommun (2 digits), for instance 0484 Eskilstuna. */
export const KommunCode = z
  .string()
  .regex(/^(0[1-9]|1[0-9]|2[0-5])(0[1-9]|[1-9][0-9])$/)
  .brand('KommunCode')
  .meta({ id: 'KommunCode', description: "SCB's kommunkod", example: '0484' });
export type KommunCode = z.infer<typeof KommunCode>;
