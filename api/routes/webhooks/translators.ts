import type { AgencyId } from '../../../domain/model/agency';
import { notFound } from '../../problem';
import { translateKommun } from './kommun-notice';
import type { Translate } from './notice';
import { translateSkatteverket } from './skatteverket-notice';

/** The agencies whose systems answer by webhook, each with its words; another agency is one line and one file here. */
export const TRANSLATORS = {
  skatteverket: translateSkatteverket,
  kommun: translateKommun,
} as const satisfies Partial<Record<AgencyId, Translate>>;

/** The agency of a webhook's path. Throws 404 for one that sends none. */
export function agencyOf(name: string): keyof typeof TRANSLATORS {
  if (name === 'skatteverket' || name === 'kommun') return name;
  throw notFound('webhook');
}
