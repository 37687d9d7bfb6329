import type { FactKind } from '../model/facts';
import type { Text } from './language';

/** What the party of a duty, a target or a right does by its date: words after *must*, *should* or *can*. */
export const DUE_ACTS: { readonly [rule: string]: Text } = {
  accountWithinTenBankDays: { sv: 'besluta om kontot', en: 'decide on the account' },
  aidForMonthBefore: {
    sv: 'ansöka och få ersättning för hela månaden före',
    en: 'apply and be paid for the whole month before',
  },
  answerCompletion: { sv: 'lämna in det som saknas', en: 'hand in what is missing' },
  answerDemand: {
    sv: 'avgöra ärendet eller avslå begäran om det',
    en: 'decide the matter or refuse the demand for it',
  },
  appeal: { sv: 'överklaga beslutet', en: 'appeal against the decision' },
  applyForExtension: { sv: 'ansöka om förlängning', en: 'apply for an extension' },
  applyForNextPayment: {
    sv: 'ansöka för att få pengar vid nästa utbetalning',
    en: 'apply to be paid at the next payment',
  },
  assessAssignment: { sv: 'ta ställning till anvisningen', en: 'decide on the assignment' },
  bistandInTime: { sv: 'besluta om biståndet', en: 'decide on the assistance' },
  classWithinTwoMonths: { sv: 'besluta om årskurs och klass', en: 'decide on year and class' },
  demandDecision: { sv: 'begära att ärendet avgörs', en: 'demand that the matter be decided' },
  folkbokforingAnmalan: { sv: 'anmäla flyttningen till Sverige', en: 'give notice of the move to Sweden' },
  healthExaminationPaid: {
    sv: 'få undersökningen betald av staten',
    en: 'have the examination paid for by the state',
  },
  insuredFromTheFirstDay: {
    sv: 'göra anmälan utan att förlora någon dag',
    en: 'give notice without losing any day',
  },
  lmaAidEnds: { sv: 'få bistånd enligt LMA', en: 'get aid under LMA' },
  orientationWithinAYear: { sv: 'slutföra kursen', en: 'complete the course' },
  pensionFirstMonth: {
    sv: 'ansöka utan att förlora någon månad',
    en: 'apply without losing any month',
  },
  planAsSoonAsPossible: { sv: 'göra en första handlingsplan', en: 'make a first plan' },
  preschoolWithinFourMonths: { sv: 'erbjuda en plats', en: 'offer a place' },
  programmeEnds: { sv: 'delta i etableringsprogrammet', en: 'take part in the introduction programme' },
  receiveAssigned: { sv: 'ta emot den som anvisats dit', en: 'receive the person assigned to it' },
  registeredFromMovingIn: {
    sv: 'göra anmälan och bli folkbokförd från inflyttningsdagen',
    en: 'give notice and be registered from the day of moving in',
  },
  renewPlan: { sv: 'förnya handlingsplanen', en: 'renew the plan' },
  reportActivities: { sv: 'rapportera månadens aktiviteter', en: "report the month's activities" },
  review: { sv: 'begära omprövning av beslutet', en: 'ask for a review of the decision' },
  sfiWithinOneMonth: { sv: 'låta undervisningen börja', en: 'let the teaching begin' },
  sfiWithinThreeMonths: { sv: 'låta undervisningen börja', en: 'let the teaching begin' },
  studyPlanWithinTwoMonths: { sv: 'göra en studieplan', en: 'make a study plan' },
};

/** A date of a rule that was taken away since the plan was made. */
export const OTHER_ACT: Text = { sv: 'agera', en: 'act' };

/** What an expectation of a rule of its own is of; every other is of what its step brings. */
export const EXPECTED_BY_RULE: { readonly [rule: string]: Text } = {
  assessedFromComplete: { sv: 'bedömningen', en: 'the assessment' },
  noticeOfDelay: { sv: 'underrättelse om förseningen', en: 'notice of the delay' },
};

/** Of a rule that holds a step back to a day: what day it is. A rule without a row is a citation of law. */
export const HELD_BACK: { readonly [rule: string]: Text } = {
  arrival: { sv: 'ankomstdagen', en: 'the day of arrival' },
  bistandBeforeGap: { sv: 'strax innan inkomsten upphör', en: 'shortly before the income ends' },
  monthInArrears: { sv: 'när månaden är slut', en: 'when the month is over' },
  preschoolFromAgeOne: { sv: 'barnets ettårsdag', en: "the child's first birthday" },
};

/** What the newcomer may do about a refusal, by the outcome that reports it. */
export const REMEDIES: { readonly [outcome: string]: Text } = {
  reviewRequested: DUE_ACTS.review as Text,
  appealFiled: DUE_ACTS.appeal as Text,
  newApplication: { sv: 'ansöka på nytt', en: 'apply anew' },
  letStand: { sv: 'låta beslutet stå', en: 'let the decision stand' },
};

/** What is missing when a step waits for a fact. */
export const FACTS = {
  anchor: { sv: 'anknytningspersonen', en: 'the anchor relative' },
  applicant: { sv: 'vem som ansöker', en: 'who applies' },
  arrival: { sv: 'ankomstdagen', en: 'the day of arrival' },
  birth: { sv: 'födelsedagen', en: 'the day of birth' },
  bistandRequest: { sv: 'ansökan om bistånd', en: 'the request for assistance' },
  death: { sv: 'dödsfallet', en: 'the death' },
  departure: { sv: 'utflyttningen', en: 'the departure' },
  education: { sv: 'utbildningen', en: 'the education' },
  family: { sv: 'familjen', en: 'the family' },
  income: { sv: 'inkomsten', en: 'the income' },
  language: { sv: 'kunskaperna i svenska', en: 'the knowledge of Swedish' },
  lma: { sv: 'LMA-kortet', en: 'the standing under LMA' },
  lmaAid: { sv: 'bistånd enligt LMA', en: 'aid under LMA' },
  occupation: { sv: 'sysselsättningen', en: 'the occupation' },
  origin: { sv: 'ursprunget', en: 'the origin' },
  permit: { sv: 'uppehållstillståndet', en: 'the residence permit' },
  permitRecall: { sv: 'återkallelsen av tillståndet', en: 'the recall of the permit' },
  preschoolRequest: { sv: 'önskemål om förskola', en: 'the request for preschool' },
  protectedIdentity: { sv: 'skyddade personuppgifter', en: 'protected identity' },
  registration: { sv: 'folkbokföringen', en: 'the registration' },
  settlement: { sv: 'bosättningen', en: 'the settlement' },
  stay: { sv: 'vistelsekommunen', en: 'the municipality of stay' },
  withdrawal: { sv: 'återkallelsen av ärendet', en: 'the withdrawal of the case' },
} as const satisfies Record<FactKind, Text>;
