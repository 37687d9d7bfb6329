import Personnummer from 'personnummer';
import { z } from 'zod';
import { KommunCode } from '../domain/model/ids';
import { PlainDate } from '../domain/model/plain-date';
import { text } from '../domain/model/text';
import type { FieldDefinitions, FieldType } from '../domain/process/step-definition';

const WRITTEN = /^\d{8}-?\d{4}$/;

/**
 * A personnummer with twelve digits (FOL 18 §), its check digit and its birthday checked; kept without the hyphen.
 * A samordningsnummer is another kind of identifier and is refused here.
 */
export const PersonnummerField = z
  .string()
  .regex(WRITTEN, 'must be twelve digits, YYYYMMDDNNNN or YYYYMMDD-NNNN')
  .refine(hasCheckDigit, 'is not a personnummer: the birthday or the check digit is wrong')
  .transform((written) => written.replace('-', ''))
  .meta({ id: 'Personnummer', description: 'Twelve digits', example: '199001012385' });

function hasCheckDigit(written: string): boolean {
  if (!WRITTEN.test(written)) return true;
  return Personnummer.valid(written, { allowCoordinationNumber: false, allowInterimNumber: false });
}

/** How each type of field is read at the edge. */
const FIELD_SCHEMAS = {
  text: text(2000),
  date: PlainDate,
  kommun: KommunCode,
  personnummer: PersonnummerField,
} as const satisfies Record<FieldType, z.ZodType>;

/** The schema of each field of an outcome, by name. */
export function fieldSchemas(fields: FieldDefinitions): Record<string, z.ZodType> {
  const entries = Object.entries(fields).map(([name, { type, optional }]) => {
    const schema: z.ZodType = FIELD_SCHEMAS[type];
    return [name, optional ? schema.optional() : schema] as const;
  });
  return Object.fromEntries(entries);
}
