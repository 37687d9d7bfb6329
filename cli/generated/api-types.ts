// Written by `npm run openapi` from openapi.json; what is edited here is lost.

export type HouseholdId = string;
export type CaseId = string;
export type PersonId = string;
/**
 * Calendar day in Europe/Stockholm
 */
export type PlainDate = string;
/**
 * SCB's kommunkod
 */
export type KommunCode = string;
/**
 * inskriven is shown to people as "mottagen hos alla"
 */
export type Milestone = 'inskriven' | 'folkbokford' | 'iProgrammet' | 'avslutad';
export type Fact =
  | BirthFact
  | OriginFact
  | ArrivalFact
  | FamilyFact
  | ApplicantFact
  | LanguageFact
  | EducationFact
  | OccupationFact
  | DepartureFact
  | DeathFact
  | WithdrawalFact
  | PermitFact
  | PermitRecallFact
  | RegistrationFact
  | ProtectedIdentityFact
  | LmaFact
  | LmaAidFact
  | SettlementFact
  | AnchorFact
  | StayFact
  | IncomeFact
  | PreschoolRequestFact
  | BistandRequestFact;
/**
 * ISO 3166-1 alpha-2
 */
export type Country = string;
export type PermitGround =
  'refugee' | 'alternativeProtection' | 'exceptionalGrounds' | 'quota' | 'family' | 'temporaryProtection';
export type ProtectionLevel =
  'none' | 'sekretessmarkering' | 'skyddadFolkbokforing' | 'fingeradePersonuppgifter';
export type StepId = string;
export type AgencyId =
  | 'migrationsverket'
  | 'arbetsformedlingen'
  | 'skatteverket'
  | 'kommun'
  | 'forsakringskassan'
  | 'pensionsmyndigheten'
  | 'uhr'
  | 'region'
  | 'bank'
  | 'overformyndare'
  | 'tingsratt';
export type WaitingFor = 'agency' | 'caseworker' | 'newcomer' | 'date';
/**
 * Moment in UTC, RFC 3339
 */
export type Instant = string;
export type StepStatus = NotApplicable | Blocked | Open | Paused | Done | Cancelled;
export type MessageId = string;
export type PostCasesCaseIdStepsStepIdCompletion202 = Accepted | Proposal;
export type PostCasesCaseIdCompletions202 = Accepted | Proposal;
/**
 * Left out where the step is no longer there
 */
export type StepStatus1 = NotApplicable | Blocked | Open | Paused | Done | Cancelled;
/**
 * Left out where the step is no longer there
 */
export type StepStatus2 = NotApplicable | Blocked | Open | Paused | Done | Cancelled;
export type BulkReason =
  | 'closed'
  | 'staleRevision'
  | 'blocked'
  | 'notOpen'
  | 'beingAnswered'
  | 'notAllowedNow'
  | 'afterCaseTime'
  | 'servedBeforeDecided'
  | 'notReopenable'
  | 'notPaused'
  | 'notAhead'
  | 'notMovable'
  | 'notLater'
  | 'notReady'
  | 'unknownCase'
  | 'noSuchStep'
  | 'alreadySo'
  | 'unknownColleague'
  | 'needsSecondPerson'
  | 'nobodyToRemind'
  | 'unowned'
  | 'remindedToday'
  | 'changedSince'
  | 'stopped'
  | 'noAnswer'
  | 'defect';
export type SubscriptionCondition =
  | {
      /**
       * Cases with an open step
       */
      kind: 'waiting';
      /**
       * It is told when there are more cases
       */
      moreThan: number;
      /**
       * SCB's kommunkod
       */
      kommun?: string;
      agency?: AgencyId;
      step?: StepId;
      /**
       * Open longer than so many days
       */
      longerThanDays?: number;
    }
  | {
      /**
       * Stuck cases
       */
      kind: 'stuck';
      /**
       * It is told when there are more cases
       */
      moreThan: number;
      /**
       * SCB's kommunkod
       */
      kommun?: string;
      /**
       * Whose step is at the root
       */
      agency?:
        | 'migrationsverket'
        | 'arbetsformedlingen'
        | 'skatteverket'
        | 'kommun'
        | 'forsakringskassan'
        | 'pensionsmyndigheten'
        | 'uhr'
        | 'region'
        | 'bank'
        | 'overformyndare'
        | 'tingsratt';
      /**
       * The step at the root
       */
      step?: string;
      reason?: 'overdue' | 'silent' | 'unowned' | 'gap' | 'expiring';
    }
  | {
      /**
       * Cases that do not get on for technical reasons
       */
      kind: 'technical';
      /**
       * It is told when there are more cases
       */
      moreThan: number;
      /**
       * SCB's kommunkod
       */
      kommun?: string;
    };
export type SubscriptionChannel =
  | {
      kind: 'inbox';
    }
  | {
      /**
       * To the caller’s own address
       */
      kind: 'email';
    }
  | {
      kind: 'webhook';
      url: string;
    };
/**
 * Calendar month
 */
export type Month = string;
export type ProblemType =
  | TheRequestIsMalformed
  | AValidAccessTokenIsNeeded
  | TheSignatureOfTheWebhookDoesNotHold
  | TheCallerMayNotDoThis
  | ThereIsNothingHereThatTheCallerMayKnowOf
  | TheResourceDoesNotTakeThisMethod
  | TheStepWaitsForOtherSteps
  | TheStepIsNotOpen
  | AnAnswerToTheStepIsAlreadyBeingTaken
  | TheStepCannotBeReopened
  | TheStepIsAColleagueS
  | ThePreviewHasExpired
  | TheActionHasBeenStartedAlready
  | TheActionIsNotRunning
  | TheStepIsNotPaused
  | TheIdentifierIsInUseAlready
  | ThereIsAnAbsenceInThoseDaysAlready
  | AnotherCompletionOfTheStepWaitsForASecondPerson
  | TheProposalHasBeenDecided
  | TheIdempotencyKeyWasUsedWithAnotherBody
  | TheImportHasEnded
  | NoDecisionAboutTheRowIsWaitedFor
  | TheCaseIsClosed
  | ItHasChangedSinceItWasRead
  | TheRequestIsTooLarge
  | TheRequestIsNotInAFormatThatTheResourceTakes
  | TheActionIsForMoreCasesThanOneActionMayHave
  | TheColleagueIsNotKnownHereOrMayNotSeeTheCase
  | WhatIsToBeToldCannotBeDeliveredThatWay
  | ThereAreAsManyOfTheseAsThereMayBe
  | NobodyCanBeAwayLikeThis
  | TheOutcomeIsNotAllowedNow
  | TheDayHasNotComeYet
  | TheDayHasPassedAlready
  | TheDateIsNotMovedByAnExtension
  | AnExtensionIsToALaterDay
  | ADecisionCannotBeServedBeforeItIsMade
  | AnIdempotencyKeyIsRequired
  | TooManyRequestsAtOnce
  | TheRequestCouldNotBeHandled
  | TheServiceIsAwayForAMoment;
export type TheRequestIsMalformed = '/problems/invalid-request';
export type AValidAccessTokenIsNeeded = '/problems/not-signed-in';
export type TheSignatureOfTheWebhookDoesNotHold = '/problems/bad-signature';
export type TheCallerMayNotDoThis = '/problems/not-allowed';
export type ThereIsNothingHereThatTheCallerMayKnowOf = '/problems/not-found';
export type TheResourceDoesNotTakeThisMethod = '/problems/method-not-allowed';
export type TheStepWaitsForOtherSteps = '/problems/blocked';
export type TheStepIsNotOpen = '/problems/not-open';
export type AnAnswerToTheStepIsAlreadyBeingTaken = '/problems/being-answered';
export type TheStepCannotBeReopened = '/problems/not-reopenable';
export type TheStepIsAColleagueS = '/problems/already-assigned';
export type ThePreviewHasExpired = '/problems/preview-expired';
export type TheActionHasBeenStartedAlready = '/problems/already-started';
export type TheActionIsNotRunning = '/problems/not-running';
export type TheStepIsNotPaused = '/problems/not-paused';
export type TheIdentifierIsInUseAlready = '/problems/identifier-in-use';
export type ThereIsAnAbsenceInThoseDaysAlready = '/problems/absence-overlaps';
export type AnotherCompletionOfTheStepWaitsForASecondPerson = '/problems/already-proposed';
export type TheProposalHasBeenDecided = '/problems/proposal-decided';
export type TheIdempotencyKeyWasUsedWithAnotherBody = '/problems/idempotency-key-reused';
export type TheImportHasEnded = '/problems/import-ended';
export type NoDecisionAboutTheRowIsWaitedFor = '/problems/no-word-awaited';
export type TheCaseIsClosed = '/problems/case-closed';
export type ItHasChangedSinceItWasRead = '/problems/stale-revision';
export type TheRequestIsTooLarge = '/problems/too-large';
export type TheRequestIsNotInAFormatThatTheResourceTakes = '/problems/unsupported-media-type';
export type TheActionIsForMoreCasesThanOneActionMayHave = '/problems/too-many-cases';
export type TheColleagueIsNotKnownHereOrMayNotSeeTheCase = '/problems/unknown-colleague';
export type WhatIsToBeToldCannotBeDeliveredThatWay = '/problems/not-deliverable';
export type ThereAreAsManyOfTheseAsThereMayBe = '/problems/too-many';
export type NobodyCanBeAwayLikeThis = '/problems/absence-not-possible';
export type TheOutcomeIsNotAllowedNow = '/problems/not-allowed-now';
export type TheDayHasNotComeYet = '/problems/after-case-time';
export type TheDayHasPassedAlready = '/problems/day-passed';
export type TheDateIsNotMovedByAnExtension = '/problems/date-not-movable';
export type AnExtensionIsToALaterDay = '/problems/not-later';
export type ADecisionCannotBeServedBeforeItIsMade = '/problems/served-before-decided';
export type AnIdempotencyKeyIsRequired = '/problems/idempotency-key-required';
export type TooManyRequestsAtOnce = '/problems/too-many-requests';
export type TheRequestCouldNotBeHandled = '/problems/internal-error';
export type TheServiceIsAwayForAMoment = '/problems/unavailable';
export type ProblemType1 = string;

export interface Opened {
  householdId: HouseholdId;
  cases: {
    caseId: CaseId;
    personId: PersonId;
  }[];
}
export interface Household {
  householdId: HouseholdId;
  members: {
    personId: PersonId;
    caseId: CaseId;
    role: 'adult' | 'child';
    relation?: string;
    /**
     * Left out for a person whose whereabouts are guarded
     */
    givenName?: string;
    familyName?: string;
    state: 'open' | 'closed';
    openedOn: PlainDate;
    kommun: KommunCode | null;
    milestone: Milestone | null;
  }[];
  facts: {
    fact: Fact;
    validFrom: PlainDate;
    source: string;
  }[];
}
export interface BirthFact {
  kind: 'birth';
  bornOn: PlainDate;
}
/**
 * Country of birth and citizenship
 */
export interface OriginFact {
  kind: 'origin';
  bornIn: Country;
  citizenship?: Country;
}
export interface ArrivalFact {
  kind: 'arrival';
  arrivedOn: PlainDate;
}
/**
 * Whether a person under 20 has a parent in Sweden
 */
export interface FamilyFact {
  kind: 'family';
  parentsInSweden: boolean;
}
/**
 * Whether this adult applies for the household where a benefit is one for all; unknown counts as yes
 */
export interface ApplicantFact {
  kind: 'applicant';
  isApplicant: boolean;
}
/**
 * Whether the person lacks basic Swedish (skollagen 20:31)
 */
export interface LanguageFact {
  kind: 'language';
  lacksSwedish: boolean;
}
/**
 * Whether there are grades from abroad to be assessed
 */
export interface EducationFact {
  kind: 'education';
  foreignGrades: boolean;
  regulatedProfession?: boolean;
}
/**
 * What the person does by day; decides over the programme
 */
export interface OccupationFact {
  kind: 'occupation';
  activity: 'unemployed' | 'work' | 'gymnasium' | 'studies' | 'parentalLeave' | 'sickLeave';
  extent: 'full' | 'part';
}
/**
 * Moved from Sweden
 */
export interface DepartureFact {
  kind: 'departure';
  leftOn: PlainDate;
}
export interface DeathFact {
  kind: 'death';
  diedOn: PlainDate;
}
/**
 * The case is withdrawn from the day the fact is valid
 */
export interface WithdrawalFact {
  kind: 'withdrawal';
  reason: string;
}
export interface PermitFact {
  kind: 'permit';
  ground: PermitGround;
  decidedOn: PlainDate;
  validFrom: PlainDate;
  /**
   * Calendar day in Europe/Stockholm
   */
  validTo?: string;
  /**
   * Calendar day in Europe/Stockholm
   */
  servedOn?: string;
  /**
   * What the same decision refuses, if anything: status as a refugee, or the ground asked for
   */
  refuses?: 'status' | 'ground';
}
/**
 * The permit is recalled for good (UtlL 7 kap.)
 */
export interface PermitRecallFact {
  kind: 'permitRecall';
  finalOn: PlainDate;
}
/**
 * Folkbokförd: kommun of registration
 */
export interface RegistrationFact {
  kind: 'registration';
  /**
   * SCB's kommunkod
   */
  kommun?: string;
  from: PlainDate;
}
export interface ProtectedIdentityFact {
  kind: 'protectedIdentity';
  level: ProtectionLevel;
}
/**
 * Whether Migrationsverket carries the person under LMA (1994:137), and how they lived meanwhile
 */
export interface LmaFact {
  kind: 'lma';
  registered: boolean;
  housing?: 'asylboende' | 'own';
}
/**
 * Last day that dagersättning under LMA covers
 */
export interface LmaAidFact {
  kind: 'lmaAid';
  paidUntil: PlainDate;
}
export interface SettlementFact {
  kind: 'settlement';
  form: 'anvisad' | 'egenbosatt' | 'kvot' | 'anhorig';
}
/**
 * The person through whom a relative got the permit (2010:1122 5 a §)
 */
export interface AnchorFact {
  kind: 'anchor';
  /**
   * Calendar day in Europe/Stockholm
   */
  receivedOn: string;
  /**
   * Calendar day in Europe/Stockholm
   */
  appliedOn: string;
  /**
   * On the day of the application
   */
  isSwedishCitizen: boolean;
  formerlyUnaccompanied?: boolean;
  /**
   * Open or closed case of the anchor
   */
  caseId?: string;
}
/**
 * Kommun of stay; kommun steps follow it
 */
export interface StayFact {
  kind: 'stay';
  kommun: KommunCode;
  /**
   * `acute`: emergency housing; `genomgangsbostad`: a kommun's transitional housing
   */
  dwelling: 'fixed' | 'none' | 'acute' | 'genomgangsbostad';
  movedInOn?: PlainDate;
}
/**
 * What the household lives on besides the steps of the path
 */
export interface IncomeFact {
  kind: 'income';
  source: 'wage' | 'pension' | 'studyAid' | 'parentalBenefit' | 'sicknessBenefit' | 'other';
  from: PlainDate;
  /**
   * Calendar day in Europe/Stockholm
   */
  until?: string;
}
/**
 * The guardians ask for förskola (skollagen 8:14)
 */
export interface PreschoolRequestFact {
  kind: 'preschoolRequest';
  requestedOn: PlainDate;
}
/**
 * The household asks for ekonomiskt bistånd
 */
export interface BistandRequestFact {
  kind: 'bistandRequest';
  requestedOn: PlainDate;
}
export interface CaseList {
  items: ListedCase[];
  nextCursor: string | null;
}
export interface ListedCase {
  caseId: CaseId;
  householdId: HouseholdId;
  personId: PersonId;
  state: 'open' | 'closed';
  openedOn: PlainDate;
  kommun: KommunCode | null;
  milestone: Milestone | null;
  mainResponsibility:
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt'
    | 'socialnamnden';
  revision: number;
  openSteps: {
    stepId: StepId;
    agency: AgencyId;
    waitingFor: WaitingFor;
    since: PlainDate;
    due: Due | null;
  }[];
}
export interface Due {
  date: PlainDate;
  kind: 'duty' | 'right' | 'target' | 'expectation';
  rule: string;
  law: string;
  whose:
    | 'newcomer'
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt'
    | 'forvaltningsratt'
    | 'migrationsdomstol'
    | 'overklagandenamnd';
  /**
   * The rule that moved the date: lördag → måndag, lag 1930:173 2 §
   */
  movedBy?: string;
}
export interface Case {
  caseId: CaseId;
  householdId: HouseholdId;
  personId: PersonId;
  /**
   * The case's workflow in Temporal
   */
  workflowId: string;
  openedOn: PlainDate;
  state: 'open' | 'closed';
  closedOn?: PlainDate;
  /**
   * Calendar day in Europe/Stockholm
   */
  finishOn?: string;
  /**
   * Kommun of stay
   */
  kommun: KommunCode | null;
  /**
   * The latest one reached
   */
  milestone: Milestone | null;
  milestones: MilestoneReached[];
  mainResponsibility:
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt'
    | 'socialnamnden';
  gap?: Gap;
  protection: Protection;
  representative?: Representative;
  revision: number;
  /**
   * The case's own time when it was last assessed
   */
  caseTime: string;
  /**
   * When the plan next changes by itself
   */
  nextWakeAt: Instant | null;
  /**
   * Why the case is technically stuck, where it is
   */
  technical?: string;
  stuck?: StuckOfCase;
  steps: Step[];
  /**
   * Steps that are blocked now, with the day each may be expected to open
   */
  next: {
    stepId: StepId;
    expectedOn: PlainDate;
  }[];
}
export interface MilestoneReached {
  kind: Milestone;
  on: PlainDate;
  result?: string;
}
/**
 * Days that no aid, allowance, pension, wage or granted bistånd covers
 */
export interface Gap {
  from: PlainDate;
  to?: PlainDate;
}
/**
 * Whose queue the case belongs in, and the warning to show with it
 */
export interface Protection {
  queue: 'ordinary' | 'protected';
  warning?: 'sekretessmarkering' | 'skyddadFolkbokforing';
}
/**
 * Who acts for a minor; `until` the last day before the 18th birthday
 */
export interface Representative {
  kind: 'guardian' | 'godMan' | 'vardnadshavare' | 'noneAppointed';
  since?: PlainDate;
  until: PlainDate;
}
/**
 * Why a case does not get on today; left out where it does
 */
export interface StuckOfCase {
  since: PlainDate;
  days: number;
  root: {
    stepId: StepId;
    agency: AgencyId;
  } | null;
  /**
   * The nearest loss to the person first
   */
  reasons: StuckReason[];
  /**
   * Steps that wait for the root
   */
  stepsBehind: StepId[];
  whoCanAct:
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt'
    | 'socialnamnden'
    | 'coordinator'
    | 'operator';
  /**
   * What would help
   */
  action:
    | 'repair'
    | 'claim'
    | 'resubmit'
    | 'answer'
    | 'remind'
    | 'demandDecision'
    | 'helpNewcomer'
    | 'resume'
    | 'tellFacts'
    | 'applyForBistand'
    | 'renewPermit';
  /**
   * Technical trouble now
   */
  trouble: Trouble[];
}
export interface StuckReason {
  kind: 'overdue' | 'silent' | 'unowned' | 'gap' | 'expiring' | 'technical';
  step?: StepId;
  /**
   * Calendar day in Europe/Stockholm
   */
  since: string;
  /**
   * Calendar day in Europe/Stockholm
   */
  date?: string;
  rule?: string;
  law?: string;
  /**
   * Whose duty or target it is
   */
  whose?: string;
  gap?: {
    from: PlainDate;
    to?: PlainDate;
  };
  /**
   * Calendar day in Europe/Stockholm
   */
  validTo?: string;
}
export interface Trouble {
  kind:
    'planFailed' | 'misfit' | 'unconfirmed' | 'handOverFailing' | 'workflowTaskFailing' | 'workflowMissing';
  stepId: StepId | null;
  since: Instant;
  attempts: number | null;
  /**
   * Type of the last failure
   */
  code: string | null;
}
export interface Step {
  stepId: StepId;
  agency: AgencyId;
  kind: 'meeting' | 'filing' | 'decision' | 'payment' | 'enrolment' | 'notice' | 'clock';
  law: string;
  /**
   * The agency's unit that handles it, where one is named
   */
  unit?: string;
  /**
   * Counts the hand-overs of the step to its agency; an answer means this one
   */
  filing: number;
  status: StepStatus;
  /**
   * Of a paused step: the reason that was given
   */
  pausedBecause?: string;
  due?: Due1;
  /**
   * All dates of the step, the one that matters most first
   */
  dues: Due[];
  /**
   * What may be told about the step now
   */
  allowedOutcomes?: string[];
  /**
   * The colleague whose step it is
   */
  assignee?: string;
  /**
   * The colleague who is away and whom the assignee stands in for
   */
  onBehalfOf?: string;
  proposal?: StandingProposal;
}
export interface NotApplicable {
  kind: 'notApplicable';
  why: string;
  because?: StepId;
  law?: string;
}
export interface Blocked {
  kind: 'blocked';
  /**
   * Steps that must be done first
   */
  by: StepId[];
  /**
   * Kinds of facts that are missing
   */
  facts: string[];
  until?: PlainDate;
  rule?: string;
}
export interface Open {
  kind: 'open';
  waitingFor: WaitingFor;
  since: PlainDate;
  why: string;
}
export interface Paused {
  kind: 'paused';
  why: string;
  since: PlainDate;
  until?: PlainDate;
}
export interface Done {
  kind: 'done';
  outcome: string;
  on: PlainDate;
  /**
   * A refusal that stands; what depends on it does not apply
   */
  refusal?: true;
  /**
   * A prerequisite was reopened afterwards: somebody should look
   */
  review?: true;
}
export interface Cancelled {
  kind: 'cancelled';
  why: string;
  on: PlainDate;
}
/**
 * The date that matters most
 */
export interface Due1 {
  date: PlainDate;
  kind: 'duty' | 'right' | 'target' | 'expectation';
  rule: string;
  law: string;
  whose:
    | 'newcomer'
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt'
    | 'forvaltningsratt'
    | 'migrationsdomstol'
    | 'overklagandenamnd';
  /**
   * The rule that moved the date: lördag → måndag, lag 1930:173 2 §
   */
  movedBy?: string;
}
/**
 * An outcome that waits for a second person’s approval
 */
export interface StandingProposal {
  id: MessageId;
  outcome: string;
  by: string;
  at: Instant;
}
export interface Why {
  caseId: CaseId;
  language: 'sv' | 'en';
  /**
   * Calendar day in Europe/Stockholm
   */
  asOf: string;
  waiting: Waiting[];
  blocked: WaitingBehind[];
}
/**
 * A step that is open or paused
 */
export interface Waiting {
  stepId: StepId;
  sentence: string;
  /**
   * Of the date that matters most
   */
  rule?: string;
  /**
   * Statute or source of that date; of the step where it has none
   */
  law: string;
  since: PlainDate;
  /**
   * Calendar day in Europe/Stockholm
   */
  until?: string;
  /**
   * Who must act; absent while only time runs
   */
  who?:
    | 'newcomer'
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt'
    | 'forvaltningsratt'
    | 'migrationsdomstol'
    | 'overklagandenamnd';
}
/**
 * A step that has not begun
 */
export interface WaitingBehind {
  stepId: StepId;
  sentence: string;
  /**
   * Steps that must be done first
   */
  by: StepId[];
  /**
   * Kinds of facts that are missing
   */
  facts: string[];
  until?: PlainDate;
  rule?: string;
  /**
   * Statute of the step
   */
  law: string;
}
export interface Timeline {
  items: TimelineEntry[];
  nextCursor: string | null;
}
export interface TimelineEntry {
  id: string;
  kind: string;
  /**
   * Who did it; `case` for what the case found by itself
   */
  actor: string;
  /**
   * Moment in UTC, RFC 3339
   */
  at: string;
  /**
   * The case's own time
   */
  caseTime: Instant | null;
  messageId: MessageId | null;
  content: {
    [k: string]: unknown;
  };
}
export interface Notes {
  items: Note[];
}
export interface Note {
  noteId: MessageId;
  caseId: CaseId;
  stepId: StepId | null;
  author: string;
  text: string;
  mentions: string[];
  at: Instant;
}
/**
 * Repeat the request with the same Idempotency-Key to learn the outcome
 */
export interface Accepted {
  messageId: MessageId;
  caseId: CaseId;
  state: 'received';
}
export interface Proposal {
  proposalId: MessageId;
  caseId: CaseId;
  /**
   * Whose caseworkers decide
   */
  agency:
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt';
  /**
   * approving: approved, and on its way to the case; overtaken: the case had changed and it fitted no more
   */
  state: 'proposed' | 'approving' | 'approved' | 'rejected' | 'overtaken';
  steps: {
    stepId: StepId;
    outcome: string;
  }[];
  proposedBy: string;
  at: Instant;
  /**
   * The case’s revision that it was proposed on
   */
  revision: number;
  decidedBy: string | null;
  decidedAt: Instant | null;
  /**
   * The reason of a rejection, the note of an approval
   */
  words: string | null;
}
export interface ReopeningPreview {
  step: ReopenedStep;
  /**
   * Every other step whose status would change
   */
  changed: StepChange[];
  /**
   * Steps that stay done, and that somebody should look at
   */
  review: StepId[];
  /**
   * Hand-overs that would be taken back from their agencies
   */
  retracted: {
    stepId: StepId;
    agency:
      | 'migrationsverket'
      | 'arbetsformedlingen'
      | 'skatteverket'
      | 'kommun'
      | 'forsakringskassan'
      | 'pensionsmyndigheten'
      | 'uhr'
      | 'region'
      | 'bank';
    filing: number;
  }[];
  /**
   * What would hold no longer: what was answered to the step, and what came from it
   */
  takenBack: {
    answers: {
      filing: number;
      outcome: string;
      on: PlainDate;
    }[];
    facts: {
      kind: string;
      validFrom: PlainDate;
    }[];
    identifiers: ('personnummer' | 'samordningsnummer')[];
  };
}
export interface ReopenedStep {
  stepId: StepId;
  from: StepStatus;
  to?: StepStatus1;
  /**
   * The filing under which it would be open
   */
  filing: number;
}
export interface StepChange {
  stepId: StepId;
  from: StepStatus;
  to?: StepStatus2;
}
export interface Assignment {
  caseId: CaseId;
  stepId: StepId;
  /**
   * Who has the step now: the substitute, where it was given to somebody who is away
   */
  assignee: string | null;
  /**
   * Whoever is away and was given the step
   */
  onBehalfOf?: string;
  absenceId?: MessageId;
  assignedAt: Instant | null;
}
export interface FollowUpSet {
  caseId: CaseId;
  stepId: StepId;
  followUpOn: PlainDate | null;
}
export interface Worklist {
  items: WorkItem[];
  nextCursor: string | null;
}
export interface WorkItem {
  caseId: CaseId;
  stepId: StepId;
  householdId: HouseholdId;
  kommun: KommunCode | null;
  waitingFor: WaitingFor;
  why: string;
  since: PlainDate;
  due: Due | null;
  /**
   * The nearest day on which the person loses something over this step
   */
  lossOn: PlainDate | null;
  assignee: string | null;
  /**
   * The colleague who is away and whom the assignee stands in for
   */
  onBehalfOf: string | null;
  proposal: StandingProposal | null;
  warning: ('sekretessmarkering' | 'skyddadFolkbokforing') | null;
  /**
   * The caller's own
   */
  followUpOn: PlainDate | null;
  unread: boolean;
  /**
   * The list goes on after this step with it
   */
  cursor: string;
}
export interface SavedViews {
  items: SavedView[];
}
export interface SavedView {
  viewId: string;
  name: string;
  owner: string;
  /**
   * With the owner’s team: the same agency and area
   */
  isShared: boolean;
  query: {
    /**
     * By the date that matters most, by how long it is open, or by the nearest loss to the person
     */
    sort?: 'due' | 'waiting' | 'priority';
    waitingFor?: WaitingFor;
    step?: StepId;
    /**
     * SCB's kommunkod
     */
    kommun?: string;
    /**
     * `me`, `none`, or the subject of a colleague
     */
    assignee?: string;
    dueBefore?: PlainDate;
    /**
     * Calendar day in Europe/Stockholm
     */
    followUpBefore?: string;
    /**
     * With something entered by others since the caller last read the case
     */
    unread?: 'true';
  };
}
export interface Removed {
  removed: true;
}
export interface Colleagues {
  items: Colleague[];
  nextCursor: string | null;
}
export interface Colleague {
  /**
   * What a colleague is named by everywhere
   */
  subject: string;
  name: string | null;
  role: 'caseworker' | 'coordinator' | 'manager' | 'system' | 'operator';
  agency: AgencyId | null;
  area: 'national' | [KommunCode, ...KommunCode[]];
}
export interface Inbox {
  items: InboxEntry[];
  nextCursor: string | null;
}
export interface InboxEntry {
  entryId: string;
  kind:
    | 'assigned'
    | 'unassigned'
    | 'mentioned'
    | 'reminder'
    | 'subscription'
    | 'proposal'
    | 'proposalDecided'
    | 'bulkAction'
    | 'absence';
  caseId: CaseId | null;
  stepId: StepId | null;
  content: {
    [k: string]: unknown;
  };
  at: Instant;
  readAt: Instant | null;
}
export interface Marked {
  /**
   * Entries that were unread
   */
  marked: number;
}
export interface CalendarAddress {
  url: string;
}
export interface Absence {
  absenceId: MessageId;
  /**
   * Who is away
   */
  subject: string;
  substitute: string;
  from: PlainDate;
  /**
   * Calendar day in Europe/Stockholm
   */
  to: string;
  /**
   * Over once the last day has gone, or it was ended or cancelled
   */
  state: 'coming' | 'underWay' | 'over';
  createdBy: string;
  /**
   * Who ended it before its time
   */
  endedBy: string | null;
  endedAt: Instant | null;
}
export interface Absences {
  items: Absence[];
  nextCursor: string | null;
}
export interface Proposals {
  items: Proposal[];
  nextCursor: string | null;
}
export interface WholeProposal {
  proposalId: MessageId;
  caseId: CaseId;
  /**
   * Whose caseworkers decide
   */
  agency:
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt';
  /**
   * approving: approved, and on its way to the case; overtaken: the case had changed and it fitted no more
   */
  state: 'proposed' | 'approving' | 'approved' | 'rejected' | 'overtaken';
  steps: {
    stepId: StepId;
    outcome: string;
  }[];
  proposedBy: string;
  at: Instant;
  /**
   * The case’s revision that it was proposed on
   */
  revision: number;
  decidedBy: string | null;
  decidedAt: Instant | null;
  /**
   * The reason of a rejection, the note of an approval
   */
  words: string | null;
  items: {
    stepId: StepId;
    outcome: string;
    on: PlainDate;
    servedOn?: PlainDate;
    fields: {
      [k: string]: string;
    };
    note?: string;
  }[];
}
export interface StuckList {
  asOf: PlainDate;
  items: StuckCase[];
  nextCursor: string | null;
}
export interface StuckCase {
  caseId: CaseId;
  householdId: HouseholdId;
  kommun: KommunCode | null;
  since: PlainDate;
  days: number;
  root: {
    stepId: StepId;
    agency: AgencyId;
  } | null;
  /**
   * The nearest loss to the person first
   */
  reasons: StuckReason[];
  /**
   * Steps that wait for the root
   */
  stepsBehind: StepId[];
  whoCanAct:
    | 'migrationsverket'
    | 'arbetsformedlingen'
    | 'skatteverket'
    | 'kommun'
    | 'forsakringskassan'
    | 'pensionsmyndigheten'
    | 'uhr'
    | 'region'
    | 'bank'
    | 'overformyndare'
    | 'tingsratt'
    | 'socialnamnden'
    | 'coordinator'
    | 'operator';
  /**
   * What would help
   */
  action:
    | 'repair'
    | 'claim'
    | 'resubmit'
    | 'answer'
    | 'remind'
    | 'demandDecision'
    | 'helpNewcomer'
    | 'resume'
    | 'tellFacts'
    | 'applyForBistand'
    | 'renewPermit';
  /**
   * Technical trouble now
   */
  trouble: Trouble[];
}
export interface StuckSummary {
  asOf: PlainDate;
  items: StuckCount[];
  technical: TroubleCount[];
}
export interface StuckCount {
  /**
   * The step at the root; null where no step can help
   */
  step?: StepId | null;
  agency?: AgencyId | null;
  kommun?: KommunCode | null;
  reason?: 'overdue' | 'silent' | 'unowned' | 'gap' | 'expiring' | 'technical';
  cases: number;
  oldestSince: PlainDate;
  oldestDays: number;
  /**
   * Steps of these cases that wait for the root
   */
  stepsBehind: number;
}
export interface TroubleCount {
  kind:
    'planFailed' | 'misfit' | 'unconfirmed' | 'handOverFailing' | 'workflowTaskFailing' | 'workflowMissing';
  cases: number;
  oldest: Instant;
}
export interface BulkAction {
  bulkActionId: MessageId;
  state: 'previewed' | 'running' | 'stopping' | 'done' | 'expired';
  /**
   * As it was asked for; a completion with its fields gathered
   */
  action: {
    kind: string;
  };
  reason: string;
  selected: number;
  /**
   * Cases that the preview found fit
   */
  accepted: number;
  /**
   * What has come of the selected cases so far
   */
  cases: {
    pending: number;
    done: number;
    refused: number;
    failed: number;
    skipped: number;
  };
  /**
   * Why cases are refused, failed or skipped, the most first
   */
  reasons: {
    state: 'pending' | 'done' | 'refused' | 'failed' | 'skipped';
    reason: BulkReason;
    detail: string;
    cases: number;
  }[];
  /**
   * The most that all actions together begin with
   */
  casesPerSecond: number;
  /**
   * How long what is pending takes at that rate
   */
  estimatedSeconds: number;
  previewedBy: string;
  previewedAt: Instant;
  /**
   * Moment in UTC, RFC 3339
   */
  expiresAt: string;
  startedAt: Instant | null;
  /**
   * Of an action that runs
   */
  estimatedEnd: Instant | null;
  stoppedBy: string | null;
  endedAt: Instant | null;
}
export interface BulkActionList {
  items: BulkAction[];
  nextCursor: string | null;
}
export interface BulkItemList {
  items: BulkItem[];
  nextCursor: string | null;
}
export interface BulkItem {
  position: number;
  caseId: CaseId;
  state: 'pending' | 'done' | 'refused' | 'failed' | 'skipped';
  reason: BulkReason | null;
  /**
   * The reason in words
   */
  detail: string | null;
  rule: string | null;
  /**
   * Of a refusal that the law makes
   */
  law: string | null;
  /**
   * What happens to which steps: from and to are colleagues, dates or filings, as the kind says
   */
  changes: {
    stepId: StepId;
    filing: number;
    from?: string | null;
    to?: string | null;
    /**
     * Of an extension: the date that it moves
     */
    rule?: string;
  }[];
  /**
   * Steps under way that the action is about and does not fit
   */
  leftOut: {
    stepId: StepId;
    reason: BulkReason;
  }[];
  /**
   * Its message, as in the timeline of the case
   */
  messageId: MessageId | null;
  settledAt: Instant | null;
}
export interface Subscription {
  subscriptionId: string;
  name: string;
  condition: SubscriptionCondition;
  /**
   * @minItems 1
   * @maxItems 3
   */
  deliver:
    | [SubscriptionChannel]
    | [SubscriptionChannel, SubscriptionChannel]
    | [SubscriptionChannel, SubscriptionChannel, SubscriptionChannel];
  state: 'over' | 'under';
  /**
   * At the last look; null before the first
   */
  cases: number | null;
  /**
   * When it was last told
   */
  changedAt: Instant | null;
  lookedAt: Instant | null;
  createdAt: Instant;
  /**
   * What is still on its way
   */
  undelivered: {
    /**
     * Which of `deliver`, from 0
     */
    position: number;
    waiting: number;
    /**
     * What the last attempt ended with
     */
    lastCode: string | null;
  }[];
  /**
   * What the webhooks are signed with: answered to the first request only, never again
   */
  webhookSecret?: string;
}
export interface Subscriptions {
  items: Subscription[];
}
export interface ImportReceived {
  importId: string;
  /**
   * Without the header
   */
  rows: number;
}
export interface Import {
  importId: string;
  source: string;
  validateOnly: boolean;
  /**
   * `awaitingDecisions`: every household that is left has a row that may be somebody there
   */
  state: 'checking' | 'comparing' | 'opening' | 'awaitingDecisions' | 'stopped' | 'ended';
  /**
   * The other work that it gives way to just now
   */
  waitsBecause: ('messagesWait' | 'engineBehind' | 'answersSlow') | null;
  receivedAt: Instant;
  endedAt: Instant | null;
  /**
   * The sum of the counts
   */
  rows: number;
  counts: {
    waiting: number;
    candidate: number;
    invalid: number;
    duplicate: number;
    skipped: number;
    opened: number;
  };
  /**
   * Opened in the last minute, per second
   */
  casesPerSecond: number;
  /**
   * When all that waits for nobody is opened, at this rate
   */
  estimatedEnd: Instant | null;
}
export interface ImportCandidates {
  items: ImportCandidate[];
  nextCursor: string | null;
}
export interface ImportCandidate {
  line: number;
  household: string;
  person: {
    givenName: string;
    familyName: string;
    bornOn: PlainDate | null;
  };
  alike: {
    birthDates: 'same' | 'dayAndMonthSwapped' | 'oneDigitDiffers';
    /**
     * Another row of the file
     */
    line: number | null;
    /**
     * Null too where the caller may not know of the case
     */
    caseId: CaseId | null;
    /**
     * Null where the case is elsewhere or its person protected
     */
    person: {
      givenName: string;
      familyName: string;
      bornOn: PlainDate | null;
    } | null;
  }[];
}
export interface Decided {
  line: number;
  outcome: 'waiting' | 'duplicate';
}
export interface ImportStopped {
  importId: string;
  isStopped: boolean;
}
export interface LeadTimes {
  asOf: PlainDate;
  groupBy: string[];
  rows: LeadTimeRow[];
  /**
   * Over all rows, and where there are two sides over each of them
   */
  totals: LeadTimeRow[];
}
export interface LeadTimeRow {
  step?: StepId;
  agency?: AgencyId;
  /**
   * Null for those counted in no kommun: it is unknown, or the person is protected
   */
  kommun?: KommunCode | null;
  /**
   * Of opening
   */
  month?: string;
  /**
   * Waits going on
   */
  open: number | null;
  /**
   * Waits that have ended with an outcome
   */
  done: number | null;
  /**
   * Waits broken off: withdrawn, no longer applying, begun anew
   */
  stopped: number | null;
  /**
   * Of those done alone
   */
  leadTime: Percentiles | null;
  /**
   * Kaplan-Meier: open and stopped waits are counted for as long as they have lasted
   */
  corrected: Percentiles | null;
  /**
   * Figures of this row that are null because they are 1 to 4, or would give such a number away
   */
  withheld: string[];
}
/**
 * Days within which half and nine tenths have ended; null where so many have not ended yet
 */
export interface Percentiles {
  median: number | null;
  p90: number | null;
}
export interface Caseload {
  asOf: PlainDate;
  /**
   * Of an earlier day: when the night counted it
   */
  countedAt: Instant | null;
  groupBy: 'team' | 'officer';
  rows: LoadRow[];
  totals: LoadRow[];
}
export interface LoadRow {
  /**
   * Subject of the access token
   */
  officer?: string;
  agency?: AgencyId;
  /**
   * Null for those counted in no kommun: it is unknown, or the person is protected
   */
  kommun?: KommunCode | null;
  /**
   * Open or paused
   */
  openSteps: number | null;
  /**
   * Cases with such a step; in a row without an agency every open case
   */
  openCases: number | null;
  /**
   * Of the open steps those with a passed duty or target
   */
  overdueSteps: number | null;
  /**
   * Figures of this row that are null because they are 1 to 4, or would give such a number away
   */
  withheld: string[];
}
export interface Flow {
  /**
   * Calendar day in Europe/Stockholm
   */
  from: string;
  /**
   * Calendar day in Europe/Stockholm
   */
  to: string;
  groupBy: string[];
  rows: FlowRow[];
  totals: FlowRow[];
}
export interface FlowRow {
  /**
   * ISO 8601
   */
  week?: string;
  monday?: PlainDate;
  step?: StepId;
  agency?: AgencyId;
  /**
   * Null for those counted in no kommun: it is unknown, or the person is protected
   */
  kommun?: KommunCode | null;
  stepsOpened: number | null;
  /**
   * With an outcome
   */
  stepsEnded: number | null;
  stepsStopped: number | null;
  /**
   * Left out where the question is about a step or an agency
   */
  casesOpened?: number | null;
  casesClosed?: number | null;
  /**
   * Figures of this row that are null because they are 1 to 4, or would give such a number away
   */
  withheld: string[];
}
export interface NoticeStored {
  messageId: MessageId;
}
export interface Diagnosis {
  checkedAt: Instant;
  register: {
    status: 'up' | 'away';
    serverVersion?: string;
    /**
     * The database's clock minus the API's, in milliseconds
     */
    clockSkew?: number;
    schema?: {
      applied: string[];
      pending: string[];
    };
  };
  engine: {
    status: 'up' | 'away';
    namespace?: string;
    serverVersion?: string;
    /**
     * Workers: a queue without pollers is one that nobody works at
     */
    taskQueues?: {
      taskQueue: string;
      pollers: number;
      lastPolledAt: string | null;
    }[];
    missingSearchAttributes?: string[];
  };
  agencies: {
    agency: string;
    url: string;
    status: 'up' | 'away';
  }[];
  rules: {
    present: string;
    inUse: {
      rulesVersion: string;
      openCases: number;
    }[];
    /**
     * Open cases that are still to be planned by the present rules
     */
    remaining: number;
  };
  /**
   * Messages that no case has taken yet
   */
  messages: {
    unconfirmed: number;
    oldest: Instant | null;
  } | null;
}
export interface Liveness {
  status: 'alive';
}
export interface Readiness {
  status: 'ready' | 'notReady';
  register: 'up' | 'away';
  engine: 'up' | 'away';
}
/**
 * OAuth 2.0 Protected Resource Metadata; its names are those of RFC 9728
 */
export interface SignInMetadata {
  /**
   * The API's own address
   */
  resource: string;
  /**
   * OpenID Connect providers whose access tokens it takes
   */
  authorization_servers: string[];
  bearer_methods_supported: 'header'[];
}
export interface OpenApiDocument {
  openapi: string;
}
export interface GetCasesQuery {
  agency?: AgencyId;
  step?: StepId;
  stepStatus?: 'notApplicable' | 'blocked' | 'open' | 'paused' | 'done' | 'cancelled';
  waitingFor?: WaitingFor;
  dueBefore?: PlainDate;
  openSince?: PlainDate;
  kommun?: KommunCode;
  milestone?: Milestone;
  householdId?: HouseholdId;
  assignee?: string;
  stuck?: 'true' | 'overdue' | 'silent' | 'unowned' | 'gap' | 'expiring' | 'technical';
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetCasesCaseIdWhyQuery {
  language?: 'sv' | 'en';
  reader?: 'staff' | 'newcomer';
}
export interface GetCasesCaseIdTimelineQuery {
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetWorklistQuery {
  sort?: 'due' | 'waiting' | 'priority';
  waitingFor?: WaitingFor;
  step?: StepId;
  kommun?: KommunCode;
  assignee?: string;
  dueBefore?: PlainDate;
  followUpBefore?: PlainDate;
  unread?: 'true';
  view?: string;
  cursor?: string;
}
export interface GetColleaguesQuery {
  agency?: AgencyId;
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetInboxQuery {
  unread?: 'true';
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetAbsencesQuery {
  over?: 'true';
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetProposalsQuery {
  /**
   * approving: approved, and on its way to the case; overtaken: the case had changed and it fitted no more
   */
  state?: 'proposed' | 'approving' | 'approved' | 'rejected' | 'overtaken';
  whose?: 'mine' | 'toDecide';
  caseId?: CaseId;
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetStuckQuery {
  asOf?: PlainDate;
  kommun?: KommunCode;
  agency?: AgencyId;
  step?: StepId;
  reason?: 'overdue' | 'silent' | 'unowned' | 'gap' | 'expiring' | 'technical';
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetStuckSummaryQuery {
  asOf?: PlainDate;
  kommun?: KommunCode;
  agency?: AgencyId;
  step?: StepId;
  reason?: 'overdue' | 'silent' | 'unowned' | 'gap' | 'expiring' | 'technical';
  /**
   * What to count by, with commas between: step, agency, kommun, reason
   */
  by?: string;
}
export interface GetBulkActionsQuery {
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetBulkActionsBulkActionIdItemsQuery {
  state?: 'pending' | 'done' | 'refused' | 'failed' | 'skipped';
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface PostImportsQuery {
  source: string;
  validateOnly?: 'true' | 'false';
}
export interface GetImportsImportIdCandidatesQuery {
  /**
   * `nextCursor` of the page before; opaque
   */
  cursor?: string;
}
export interface GetStatisticsLeadTimesQuery {
  step?: StepId;
  agency?: AgencyId;
  kommun?: KommunCode;
  from?: Month;
  to?: Month;
  /**
   * At most 2 of step, agency, kommun, month, with commas between
   */
  groupBy?: string;
  asOf?: PlainDate;
}
export interface GetStatisticsCaseloadQuery {
  groupBy?: 'team' | 'officer';
  agency?: AgencyId;
  kommun?: KommunCode;
  asOf?: PlainDate;
}
export interface GetStatisticsFlowQuery {
  step?: StepId;
  agency?: AgencyId;
  kommun?: KommunCode;
  from?: PlainDate;
  to?: PlainDate;
  /**
   * At most 1 of step, agency, kommun, with commas between
   */
  groupBy?: string;
}
export interface Problem {
  type: ProblemType & ProblemType1;
  title: string;
  status: number;
  /**
   * For people; may change
   */
  detail: string;
  /**
   * The path of the request
   */
  instance: string;
  invalidParameters?: {
    name: string;
    reason: string;
  }[];
  stepId?: StepId;
  currentStatus?: StepStatus;
  /**
   * The rule that says no
   */
  rule?: string;
  /**
   * Its statute
   */
  law?: string;
  /**
   * The colleague whose step it is
   */
  assignee?: string;
  /**
   * The days in the way
   */
  days?: {
    from: PlainDate;
    to: PlainDate;
  };
  /**
   * The proposal that stands
   */
  proposalId?: string;
}
