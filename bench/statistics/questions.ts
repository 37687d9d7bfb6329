import { tellFlow } from '../../api/statistics/flow';
import { tellLeadTimes } from '../../api/statistics/lead-times';
import type { Reach } from '../../api/statistics/reach';
import { tellTeams } from '../../api/statistics/tell-caseload';
import { addDays } from '../../domain/law/calendar';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { KommunCode, StepId } from '../../domain/model/ids';
import { CATALOGUE } from '../../domain/process/steps/catalogue';
import { weekOf } from '../../domain/statistics/periods';
import type { Register } from '../../register/database';

/** The kommun with the most people of all, as `fill` draws them. */
const KOMMUN = '0101' as KommunCode;

export const TODAY = stockholmDayAt(Date.now());

const steps = CATALOGUE.map(({ id }) => id);
const country: Reach = { steps };
const kommun: Reach = { steps, kommuner: [KOMMUN] };
const step: Reach = { steps: ['personnummer' as StepId] };
const time = { asOf: TODAY };
const halfAYear = { from: addDays(weekOf(TODAY), -175), to: weekOf(TODAY) };

/** Every question that is measured, by what it asks: what leaves the API, without HTTP. */
export const QUESTIONS: Readonly<Record<string, (register: Register) => Promise<unknown>>> = {
  'lead times by step, whole country': (register) => tellLeadTimes(register, country, time, ['step']),
  'lead times by step, largest kommun': (register) => tellLeadTimes(register, kommun, time, ['step']),
  'lead times by step and month, whole country': (register) =>
    tellLeadTimes(register, country, time, ['step', 'month']),
  'lead times by kommun, one step': (register) => tellLeadTimes(register, step, time, ['kommun']),
  'lead times by kommun and month, one step, half a year': (register) =>
    tellLeadTimes(register, step, { ...time, from: addDays(TODAY, -180) }, ['kommun', 'month']),
  'lead times by kommun, all steps': (register) => tellLeadTimes(register, country, time, ['kommun']),
  'flow of half a year, whole country': (register) =>
    tellFlow(register, country, halfAYear, { withCases: true }),
  'flow of half a year by step, largest kommun': (register) =>
    tellFlow(register, kommun, halfAYear, { side: 'step', withCases: false }),
  'caseload of all teams': (register) => tellTeams(register, { asOf: TODAY }),
  'caseload of the largest kommun': (register) => tellTeams(register, { asOf: TODAY, kommuner: [KOMMUN] }),
  'caseload of all teams, an earlier day': (register) => tellTeams(register, { asOf: addDays(TODAY, -1) }),
};
