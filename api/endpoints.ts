import type { Endpoint } from './endpoint';
import { endAbsenceEndpoint } from './routes/absences/end';
import { enterAbsenceEndpoint } from './routes/absences/enter';
import { listAbsencesEndpoint } from './routes/absences/list';
import { readBulkItemsEndpoint } from './routes/bulk/items';
import { listBulkActionsEndpoint } from './routes/bulk/list';
import { previewBulkActionEndpoint } from './routes/bulk/preview';
import { readBulkActionEndpoint } from './routes/bulk/read';
import { startBulkActionEndpoint, stopBulkActionEndpoint } from './routes/bulk/start-and-stop';
import { openCalendarEndpoint } from './routes/calendar/open';
import { readCalendarEndpoint } from './routes/calendar/read';
import { addNoteEndpoint } from './routes/cases/add-note';
import { completeStepsEndpoint } from './routes/cases/completions';
import { tellFactEndpoint } from './routes/cases/facts';
import { listCasesEndpoint } from './routes/cases/list';
import { readNotesEndpoint } from './routes/cases/notes';
import { openCaseEndpoint } from './routes/cases/open';
import { readCaseEndpoint } from './routes/cases/read';
import { timelineEndpoint } from './routes/cases/timeline';
import { whyEndpoint } from './routes/cases/why';
import { withdrawCaseEndpoint } from './routes/cases/withdrawal';
import { readInboxEndpoint } from './routes/colleagues/inbox';
import { markInboxReadEndpoint } from './routes/colleagues/inbox-reading';
import { listColleaguesEndpoint } from './routes/colleagues/list';
import { openHouseholdEndpoint } from './routes/households/open';
import { readHouseholdEndpoint } from './routes/households/read';
import { listCandidatesEndpoint } from './routes/imports/candidates';
import { decideCandidateEndpoint } from './routes/imports/decide';
import { openImportEndpoint } from './routes/imports/open';
import { readImportEndpoint } from './routes/imports/read';
import { importResultEndpoint } from './routes/imports/result';
import { resumeImportEndpoint, stopImportEndpoint } from './routes/imports/stop';
import { diagnosisEndpoint } from './routes/operations/diagnosis';
import { docsEndpoint, landingEndpoint, openApiEndpoint } from './routes/operations/docs';
import { liveEndpoint, readyEndpoint } from './routes/operations/health';
import { metricsEndpoint } from './routes/operations/metrics';
import { signInMetadataEndpoint } from './routes/operations/sign-in-metadata';
import { approveProposalEndpoint } from './routes/proposals/approve';
import { listProposalsEndpoint } from './routes/proposals/list';
import { readProposalEndpoint } from './routes/proposals/read';
import { rejectProposalEndpoint } from './routes/proposals/reject';
import { closeCalendarEndpoint, removeSubscriptionEndpoint, removeViewEndpoint } from './routes/removals';
import { caseloadEndpoint } from './routes/statistics/caseload';
import { flowEndpoint } from './routes/statistics/flow';
import { leadTimesEndpoint } from './routes/statistics/lead-times';
import { assignStepEndpoint } from './routes/steps/assignment';
import {
  extendStepEndpoint,
  pauseStepEndpoint,
  reopenStepEndpoint,
  resubmitStepEndpoint,
  resumeStepEndpoint,
} from './routes/steps/changes';
import { completeStepEndpoint } from './routes/steps/completion';
import { followUpEndpoint } from './routes/steps/follow-up';
import { previewReopeningEndpoint } from './routes/steps/reopening-preview';
import { listStuckEndpoint } from './routes/stuck/list';
import { stuckSummaryEndpoint } from './routes/stuck/summary';
import { addSubscriptionEndpoint } from './routes/subscriptions/add';
import { listSubscriptionsEndpoint } from './routes/subscriptions/list';
import { receiveWebhookEndpoint } from './routes/webhooks/receive';
import { listViewsEndpoint } from './routes/worklist/list-views';
import { worklistEndpoint } from './routes/worklist/read';
import { saveViewEndpoint } from './routes/worklist/save-view';

/** Every endpoint, in the order of the documentation. */
export const ENDPOINTS: readonly Endpoint[] = [
  openHouseholdEndpoint,
  readHouseholdEndpoint,
  openCaseEndpoint,
  listCasesEndpoint,
  readCaseEndpoint,
  whyEndpoint,
  timelineEndpoint,
  readNotesEndpoint,
  addNoteEndpoint,
  tellFactEndpoint,
  completeStepEndpoint,
  completeStepsEndpoint,
  previewReopeningEndpoint,
  reopenStepEndpoint,
  resubmitStepEndpoint,
  pauseStepEndpoint,
  resumeStepEndpoint,
  extendStepEndpoint,
  assignStepEndpoint,
  followUpEndpoint,
  withdrawCaseEndpoint,
  worklistEndpoint,
  listViewsEndpoint,
  saveViewEndpoint,
  removeViewEndpoint,
  listColleaguesEndpoint,
  readInboxEndpoint,
  markInboxReadEndpoint,
  openCalendarEndpoint,
  closeCalendarEndpoint,
  readCalendarEndpoint,
  enterAbsenceEndpoint,
  listAbsencesEndpoint,
  endAbsenceEndpoint,
  listProposalsEndpoint,
  readProposalEndpoint,
  approveProposalEndpoint,
  rejectProposalEndpoint,
  listStuckEndpoint,
  stuckSummaryEndpoint,
  previewBulkActionEndpoint,
  listBulkActionsEndpoint,
  readBulkActionEndpoint,
  readBulkItemsEndpoint,
  startBulkActionEndpoint,
  stopBulkActionEndpoint,
  addSubscriptionEndpoint,
  listSubscriptionsEndpoint,
  removeSubscriptionEndpoint,
  openImportEndpoint,
  readImportEndpoint,
  importResultEndpoint,
  listCandidatesEndpoint,
  decideCandidateEndpoint,
  stopImportEndpoint,
  resumeImportEndpoint,
  leadTimesEndpoint,
  caseloadEndpoint,
  flowEndpoint,
  receiveWebhookEndpoint,
  diagnosisEndpoint,
  liveEndpoint,
  readyEndpoint,
  metricsEndpoint,
  signInMetadataEndpoint,
  openApiEndpoint,
  docsEndpoint,
  landingEndpoint,
];
