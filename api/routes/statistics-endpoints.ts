import type { Endpoint } from '../endpoint';
import { caseloadEndpoint } from './statistics/caseload';
import { flowEndpoint } from './statistics/flow';
import { leadTimesEndpoint } from './statistics/lead-times';

/** What managers ask about many cases: numbers only. */
export const STATISTICS_ENDPOINTS: readonly Endpoint[] = [leadTimesEndpoint, caseloadEndpoint, flowEndpoint];
