import Personnummer from 'personnummer';
import { z } from 'zod';

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

/** A samordningsnummer with twelve digits (lag 2022:1697 2:8): a personnummer whose day is raised by 60. */
export const SamordningsnummerField = z
  .string()
  .regex(WRITTEN, 'must be twelve digits, YYYYMMDDNNNN or YYYYMMDD-NNNN')
  .refine(isSamordningsnummer, 'is not a samordningsnummer: the day raised by 60 or the check digit is wrong')
  .transform((written) => written.replace('-', ''))
  .meta({ id: 'Samordningsnummer', description: 'Twelve digits, the day of birth raised by 60' });

function isSamordningsnummer(written: string): boolean {
  if (!WRITTEN.test(written)) return true;
  return (
    Personnummer.valid(written, { allowCoordinationNumber: true, allowInterimNumber: false }) &&
    Number(written.slice(6, 8)) > 60
  );
}
