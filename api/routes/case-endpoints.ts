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
import { extendStepEndpoint } from './steps/extension';
import { followUpEndpoint } from './steps/follow-up';
import { pauseStepEndpoint } from './steps/pause';
import { reopenStepEndpoint } from './steps/reopening';
import { previewReopeningEndpoint } from './steps/reopening-preview';
import { resubmitStepEndpoint } from './steps/resubmission';
import { resumeStepEndpoint } from './steps/resumption';

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
  previewReopeningEndpoint,
  reopenStepEndpoint,
  resubmitStepEndpoint,
  pauseStepEndpoint,
  resumeStepEndpoint,
  extendStepEndpoint,
  assignStepEndpoint,
  followUpEndpoint,
  withdrawCaseEndpoint,
];
