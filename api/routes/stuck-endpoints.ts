import type { Endpoint } from '../endpoint';
import { readBulkItemsEndpoint } from './bulk/items';
import { listBulkActionsEndpoint } from './bulk/list';
import { previewBulkActionEndpoint } from './bulk/preview';
import { readBulkActionEndpoint } from './bulk/read';
import { startBulkActionEndpoint } from './bulk/start';
import { stopBulkActionEndpoint } from './bulk/stop';
import { listStuckEndpoint } from './stuck/list';
import { stuckSummaryEndpoint } from './stuck/summary';
import { addSubscriptionEndpoint } from './subscriptions/add';
import { listSubscriptionsEndpoint } from './subscriptions/list';
import { removeSubscriptionEndpoint } from './subscriptions/remove';

/** Endpoints for what is stuck, being told of it, and acting on many at once. */
export const STUCK_ENDPOINTS: readonly Endpoint[] = [
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
];
