import type { Endpoint } from '../endpoint';
import { closeCalendarEndpoint } from './calendar/close';
import { openCalendarEndpoint } from './calendar/open';
import { readCalendarEndpoint } from './calendar/read';
import { readInboxEndpoint } from './colleagues/inbox';
import { markInboxReadEndpoint } from './colleagues/inbox-reading';
import { listColleaguesEndpoint } from './colleagues/list';
import { listViewsEndpoint } from './worklist/list-views';
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
  listColleaguesEndpoint,
  readInboxEndpoint,
  markInboxReadEndpoint,
  addSubscriptionEndpoint,
  listSubscriptionsEndpoint,
  removeSubscriptionEndpoint,
  openCalendarEndpoint,
  closeCalendarEndpoint,
  readCalendarEndpoint,
];
