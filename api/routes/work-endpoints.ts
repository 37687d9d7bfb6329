import type { Endpoint } from '../endpoint';
import { closeCalendarEndpoint } from './calendar/close';
import { openCalendarEndpoint } from './calendar/open';
import { readCalendarEndpoint } from './calendar/read';
import { endAbsenceEndpoint } from './absences/end';
import { enterAbsenceEndpoint } from './absences/enter';
import { listAbsencesEndpoint } from './absences/list';
import { readInboxEndpoint } from './colleagues/inbox';
import { markInboxReadEndpoint } from './colleagues/inbox-reading';
import { listColleaguesEndpoint } from './colleagues/list';
import { approveProposalEndpoint } from './proposals/approve';
import { listProposalsEndpoint } from './proposals/list';
import { readProposalEndpoint } from './proposals/read';
import { rejectProposalEndpoint } from './proposals/reject';
import { listViewsEndpoint } from './worklist/list-views';
import { caseloadEndpoint } from './statistics/caseload';
import { flowEndpoint } from './statistics/flow';
import { leadTimesEndpoint } from './statistics/lead-times';
import { listStuckEndpoint } from './stuck/list';
import { stuckSummaryEndpoint } from './stuck/summary';
import { addSubscriptionEndpoint } from './subscriptions/add';
import { listSubscriptionsEndpoint } from './subscriptions/list';
import { removeSubscriptionEndpoint } from './subscriptions/remove';
import { worklistEndpoint } from './worklist/read';
import { removeViewEndpoint } from './worklist/remove-view';
import { saveViewEndpoint } from './worklist/save-view';

/** Endpoints for those who work with many cases: queues, colleagues, what is stuck. */
export const WORK_ENDPOINTS: readonly Endpoint[] = [
  worklistEndpoint,
  listViewsEndpoint,
  saveViewEndpoint,
  removeViewEndpoint,
  listStuckEndpoint,
  stuckSummaryEndpoint,
  leadTimesEndpoint,
  caseloadEndpoint,
  flowEndpoint,
  listColleaguesEndpoint,
  readInboxEndpoint,
  markInboxReadEndpoint,
  addSubscriptionEndpoint,
  listSubscriptionsEndpoint,
  removeSubscriptionEndpoint,
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
];
