import type { SystemAgency } from '../../../domain/model/agency';
import { notFound } from '../../problem';
import { translateBank } from './bank-notice';
import { translateForsakringskassan } from './forsakringskassan-notice';
import { translateKommun } from './kommun-notice';
import { translatePensionsmyndigheten } from './pensionsmyndigheten-notice';
import { translateRegion } from './region-notice';
import { translateSkatteverket } from './skatteverket-notice';
import type { Translate } from './translation';
import { translateUhr } from './uhr-notice';

/** The agencies whose systems answer by webhook, each with its words; another agency is one line and one file here. */
export const TRANSLATORS = {
  skatteverket: translateSkatteverket,
  kommun: translateKommun,
  forsakringskassan: translateForsakringskassan,
  pensionsmyndigheten: translatePensionsmyndigheten,
  uhr: translateUhr,
  region: translateRegion,
  bank: translateBank,
} as const satisfies Partial<Record<SystemAgency, Translate>>;

/** The agency of a webhook's path. Throws 404 for one that sends none. */
export function agencyOf(name: string): keyof typeof TRANSLATORS {
  if (Object.hasOwn(TRANSLATORS, name)) return name as keyof typeof TRANSLATORS;
  throw notFound('webhook');
}
