import type { Endpoint } from '../endpoint';
import { endAbsenceEndpoint } from './absences/end';
import { enterAbsenceEndpoint } from './absences/enter';
import { listAbsencesEndpoint } from './absences/list';
import { closeCalendarEndpoint } from './calendar/close';
import { openCalendarEndpoint } from './calendar/open';
import { readCalendarEndpoint } from './calendar/read';
import { readInboxEndpoint } from './colleagues/inbox';
import { markInboxReadEndpoint } from './colleagues/inbox-reading';
import { listColleaguesEndpoint } from './colleagues/list';
import { approveProposalEndpoint } from './proposals/approve';
import { listProposalsEndpoint } from './proposals/list';
import { readProposalEndpoint } from './proposals/read';
import { rejectProposalEndpoint } from './proposals/reject';
import { listViewsEndpoint } from './worklist/list-views';
import { worklistEndpoint } from './worklist/read';
import { removeViewEndpoint } from './worklist/remove-view';
import { saveViewEndpoint } from './worklist/save-view';

/** Endpoints for those who work with many cases: queues, colleagues, absences, second persons, calendars. */
export const WORK_ENDPOINTS: readonly Endpoint[] = [
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
];
