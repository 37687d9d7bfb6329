import { z } from 'zod';

/**
 * The bodies that carry steps. Names stay Swedish; each has a task queue of its own. `kommun` covers its boards
 * (socialnämnd, school) and `bank` whichever bank the person goes to.
 */
export const AgencyId = z
  .enum([
    'migrationsverket',
    'arbetsformedlingen',
    'skatteverket',
    'kommun',
    'forsakringskassan',
    'pensionsmyndigheten',
    'uhr',
    'region',
    'bank',
    'overformyndare',
    'tingsratt',
  ])
  .meta({ id: 'AgencyId' });
export type AgencyId = z.infer<typeof AgencyId>;

/** The agencies that can have a system here which takes hand-overs; the others' steps are always answered by a person. */
export const SystemAgency = AgencyId.exclude(['overformyndare', 'tingsratt']);
export type SystemAgency = z.infer<typeof SystemAgency>;

/** Who has the main responsibility for a person on a day; `socialnamnden` is the kommun's board for minors alone here. */
export type ResponsibleParty = AgencyId | 'socialnamnden';

/** Whose move it is in an open step. */
export type WaitingFor = 'agency' | 'caseworker' | 'newcomer' | 'date';

/** Why an open step waits for whom it waits for. The last four are trouble with the hand-over to the agency's system. */
export type OpenReason =
  | 'answerAwaited'
  | 'meetingAwaited'
  | 'filingAwaited'
  | 'completionAsked'
  | 'refused'
  | 'underReview'
  | 'underAppeal'
  | 'timeRuns'
  | 'handOverRefused'
  | 'handOverRetracted'
  | 'errandRefused'
  | 'answerUnclear';
