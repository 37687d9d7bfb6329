import { z } from 'zod';
import { KommunCode } from '../domain/model/ids';
import { PlainDate } from '../domain/model/plain-date';
import { text } from '../domain/model/text';
import type { FieldDefinitions, FieldType } from '../domain/process/steps/step-definition';
import { PersonnummerField, SamordningsnummerField } from '../register/intake/numbers';

/** How each type of field is read at the edge. */
const FIELD_SCHEMAS = {
  text: text(2000),
  date: PlainDate,
  kommun: KommunCode,
  personnummer: PersonnummerField,
  samordningsnummer: SamordningsnummerField,
  amount: z.string().regex(/^\d{1,7}$/, 'must be a whole number of kronor'),
} as const satisfies Record<FieldType, z.ZodType>;

/** The schema of each field of an outcome, by name. */
export function fieldSchemas(fields: FieldDefinitions): Record<string, z.ZodType> {
  const entries = Object.entries(fields).map(([name, { type, optional }]) => {
    const schema: z.ZodType = FIELD_SCHEMAS[type];
    return [name, optional ? schema.optional() : schema] as const;
  });
  return Object.fromEntries(entries);
}
