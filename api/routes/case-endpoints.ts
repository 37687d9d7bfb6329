import type { Endpoint } from '../endpoint';
import { addNoteEndpoint } from './cases/add-note';
import { completeStepsEndpoint } from './cases/completions';
import { tellFactEndpoint } from './cases/facts';
import { listCasesEndpoint } from './cases/list';
import { readNotesEndpoint } from './cases/notes';
import { openCaseEndpoint } from './cases/open';
import { readCaseEndpoint } from './cases/read';
import { timelineEndpoint } from './cases/timeline';
import { whyEndpoint } from './cases/why';
import { withdrawCaseEndpoint } from './cases/withdrawal';
import { openHouseholdEndpoint } from './households/open';
import { readHouseholdEndpoint } from './households/read';
import { assignStepEndpoint } from './steps/assignment';
import { completeStepEndpoint } from './steps/completion';
import { followUpEndpoint } from './steps/follow-up';
import { reopenStepEndpoint } from './steps/reopening';
import { resubmitStepEndpoint } from './steps/resubmission';

/** Endpoints about households, their cases and the steps of these. */
export const CASE_ENDPOINTS: readonly Endpoint[] = [
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
  reopenStepEndpoint,
  resubmitStepEndpoint,
  assignStepEndpoint,
  followUpEndpoint,
  withdrawCaseEndpoint,
];
