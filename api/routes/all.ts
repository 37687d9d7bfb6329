import type { Endpoint } from '../endpoint';
import { CASE_ENDPOINTS } from './case-endpoints';
import { IMPORT_ENDPOINTS } from './import-endpoints';
import { OPERATION_ENDPOINTS } from './operation-endpoints';
import { STATISTICS_ENDPOINTS } from './statistics-endpoints';
import { STUCK_ENDPOINTS } from './stuck-endpoints';
import { WORK_ENDPOINTS } from './work-endpoints';

/** Every endpoint, in the order of the documentation. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...CASE_ENDPOINTS,
  ...WORK_ENDPOINTS,
  ...STUCK_ENDPOINTS,
  ...IMPORT_ENDPOINTS,
  ...STATISTICS_ENDPOINTS,
  ...OPERATION_ENDPOINTS,
];
