import type { Endpoint } from '../endpoint';
import { completeStepsEndpoint } from './cases/completions';
import { tellFactEndpoint } from './cases/facts';
import { listCasesEndpoint } from './cases/list';
import { openCaseEndpoint } from './cases/open';
import { readCaseEndpoint } from './cases/read';
import { timelineEndpoint } from './cases/timeline';
import { withdrawCaseEndpoint } from './cases/withdrawal';
import { openHouseholdEndpoint } from './households/open';
import { readHouseholdEndpoint } from './households/read';
import { diagnosisEndpoint } from './operations/diagnosis';
import { docsEndpoint, landingEndpoint, openApiEndpoint } from './operations/docs';
import { liveEndpoint, readyEndpoint } from './operations/health';
import { metricsEndpoint } from './operations/metrics';
import { caseloadEndpoint } from './statistics/caseload';
import { flowEndpoint } from './statistics/flow';
import { leadTimesEndpoint } from './statistics/lead-times';
import { completeStepEndpoint } from './steps/completion';
import { reopenStepEndpoint } from './steps/reopening';
import { resubmitStepEndpoint } from './steps/resubmission';
import { receiveWebhookEndpoint } from './webhooks/receive';

/** Every endpoint, in the order of the documentation. */
export const ENDPOINTS: readonly Endpoint[] = [
  openHouseholdEndpoint,
  readHouseholdEndpoint,
  openCaseEndpoint,
  listCasesEndpoint,
  readCaseEndpoint,
  timelineEndpoint,
  tellFactEndpoint,
  completeStepEndpoint,
  completeStepsEndpoint,
  reopenStepEndpoint,
  resubmitStepEndpoint,
  withdrawCaseEndpoint,
  receiveWebhookEndpoint,
  leadTimesEndpoint,
  caseloadEndpoint,
  flowEndpoint,
  diagnosisEndpoint,
  liveEndpoint,
  readyEndpoint,
  metricsEndpoint,
  openApiEndpoint,
  docsEndpoint,
  landingEndpoint,
];
