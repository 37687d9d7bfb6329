import type { Endpoint } from '../endpoint';
import { listCandidatesEndpoint } from './imports/candidates';
import { decideCandidateEndpoint } from './imports/decide';
import { openImportEndpoint } from './imports/open';
import { readImportEndpoint } from './imports/read';
import { importResultEndpoint } from './imports/result';
import { resumeImportEndpoint } from './imports/resume';
import { stopImportEndpoint } from './imports/stop';

/** Endpoints for files of people. */
export const IMPORT_ENDPOINTS: readonly Endpoint[] = [
  openImportEndpoint,
  readImportEndpoint,
  importResultEndpoint,
  listCandidatesEndpoint,
  decideCandidateEndpoint,
  stopImportEndpoint,
  resumeImportEndpoint,
];
