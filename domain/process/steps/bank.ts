import { accountDue, bankCustomerFrom } from '../../law/bank';
import type { StepId } from '../../model/ids';
import { completeOn } from '../dates/application-days';
import { APPLICATION_OUTCOMES } from '../filings/outcomes';
import { onceArrived } from './after-arrival';
import { AFTER_PERSONNUMMER, withoutPersonnummer } from './follows-from';
import { NOT_RECORDED, offerEnd } from './not-recorded';
import type { Applicability, OutcomeDefinition, StepContext, StepDefinition } from './step-definition';

const BANKKONTO = 'bankkonto' as StepId;
const { completionRequested, completionAnswered, applicationWithdrawn } = APPLICATION_OUTCOMES;

/** A bank is no authority: FL's demand, avskrivning and appeal are not for it; its refusal is tried elsewhere (4 a:3). */
const OUTCOMES: { readonly [outcome: string]: OutcomeDefinition } = {
  opened: { effect: 'ends', by: 'agency', fields: {} },
  refused: { effect: 'refuses', by: 'agency', fields: { why: { type: 'text' } } },
  notRecorded: NOT_RECORDED,
  completionRequested,
  completionAnswered,
  applicationWithdrawn,
};

/** Those who have turned 16 and are here. */
function ofAge(context: StepContext): Applicability {
  const { birth } = context.facts;
  if (birth !== undefined && bankCustomerFrom(birth.bornOn) > context.today) {
    return { kind: 'notApplicable', why: 'underBankAge', law: 'bankernas villkor; föräldrabalken 9:3' };
  }
  return onceArrived(context);
}

/** A payment account with basic functions, which no consumer lawfully resident may be refused without cause. */
export const bankkonto: StepDefinition = {
  id: BANKKONTO,
  agency: 'bank',
  kind: 'decision',
  law: 'betaltjänstlagen 2010:751 4 a:1-3',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: [],
  needs: ['birth'],
  appliesTo: ofAge,
  outcomes: OUTCOMES,
  dues: (context) => {
    const complete = completeOn(context);
    return complete === undefined ? [] : [accountDue(complete)];
  },
  reminderWeeks: [],
  expectation: { medianDays: 10, p90Days: 15, source: 'förväntan: 5-15 dagar (ej verifierad)' },
  bring: ['passport', 'permitCard', 'idCard'],
  sees: ['name', 'personnummer', 'bornOn', 'permit'],
  endsByTime: offerEnd,
};

/** The e-identity that the bank of the account issues, on a personnummer. No statute sets a time for it. */
export const bankId: StepDefinition = {
  id: 'bankId' as StepId,
  agency: 'bank',
  kind: 'decision',
  law: 'bankens villkor',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: [{ step: BANKKONTO, outcomes: ['opened'] }, ...AFTER_PERSONNUMMER],
  needs: ['birth'],
  appliesTo: (context) => withoutPersonnummer(context) ?? ofAge(context),
  outcomes: OUTCOMES,
  dues: () => [],
  reminderWeeks: [],
  expectation: { medianDays: 7, p90Days: 14, source: 'förväntan: 1-2 veckor (gissning, ej verifierad)' },
  bring: ['idCard'],
  sees: ['name', 'personnummer', 'bornOn'],
  endsByTime: offerEnd,
};
