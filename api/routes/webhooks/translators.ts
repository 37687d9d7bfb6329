import type { SystemAgency } from '../../../domain/model/agency';
import { notFound } from '../../problem';
import { readOpenReport } from './open-report';
import { translateRegion } from './region-notice';
import { translateSkatteverket } from './skatteverket-notice';
import type { Translate } from './translation';

/** The agencies whose systems report by webhook, and how their notices are read. */
export const TRANSLATORS = {
  skatteverket: translateSkatteverket,
  kommun: readOpenReport,
  forsakringskassan: readOpenReport,
  pensionsmyndigheten: readOpenReport,
  uhr: readOpenReport,
  region: translateRegion,
  bank: readOpenReport,
} as const satisfies Partial<Record<SystemAgency, Translate>>;

/** Returns the agency of a webhook's path. Throws 404 for one that sends no webhooks. */
export function agencyOf(name: string): keyof typeof TRANSLATORS {
  if (Object.hasOwn(TRANSLATORS, name)) return name as keyof typeof TRANSLATORS;
  throw notFound('webhook');
}
