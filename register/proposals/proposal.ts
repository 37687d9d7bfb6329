import { sql } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, MessageId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';
import type { AnswerItem } from '../message-body';
import type { AreaOf } from '../work/tables';
import type { ProposalState } from './tables';
import { worksIn } from '../work/colleagues';

/** A step that a proposal is about, under the filing that it had then. */
export type ProposedStep = { readonly stepId: StepId; readonly filing: number; readonly outcome: string };

/** A completion that one person has proposed and another is to decide. Its id is the proposing message's. */
export type Proposal = {
  readonly id: MessageId;
  readonly caseId: CaseId;
  /** Kommun of stay of the case now. */
  readonly kommun: KommunCode | null;
  /** Whose colleagues decide. */
  readonly agency: AgencyId;
  readonly proposedBy: string;
  readonly at: Date;
  readonly revision: number;
  readonly state: ProposalState;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Of a rejection its reason, of an approval a note. */
  readonly words: string | null;
  readonly messageId: MessageId | null;
  readonly steps: readonly ProposedStep[];
};

/** Who may know of proposals: those about residents of the area, of the own agency (unset: of all), or their own. */
export type ProposalReader = {
  readonly subject: string;
  readonly area: AreaOf;
  /** Null for those who see their own alone. */
  readonly agency?: AgencyId | null;
};

/** Which proposals to list. `toDecide`: those that stand and that the reader has not made. */
export type ProposalFilters = {
  readonly state?: ProposalState;
  readonly whose?: 'mine' | 'toDecide';
  readonly caseId?: CaseId;
};

export type ProposalPlace = { readonly at: string; readonly id: MessageId };

function proposals(register: Register) {
  return register
    .selectFrom('proposals')
    .innerJoin('cases', 'cases.id', 'proposals.case_id')
    .select([
      'proposals.id',
      'proposals.case_id as caseId',
      'cases.kommun',
      'proposals.agency',
      'proposals.proposed_by as proposedBy',
      'proposals.at',
      'proposals.revision',
      'proposals.state',
      'proposals.decided_by as decidedBy',
      'proposals.decided_at as decidedAt',
      'proposals.words',
      'proposals.message_id as messageId',
      sql<ProposedStep[]>`(select jsonb_agg(jsonb_build_object(
        'stepId', t.step_id, 'filing', t.filing, 'outcome', t.outcome) order by t.step_id)
        from proposal_steps t where t.proposal_id = proposals.id)`.as('steps'),
    ]);
}

/** The proposal of an id. */
export async function findProposal(register: Register, id: MessageId): Promise<Proposal | undefined> {
  return proposals(register).where('proposals.id', '=', id).executeTakeFirst();
}

/** What was proposed, with all fields of the outcomes: for whoever decides. */
export async function proposedItems(register: Register, id: MessageId): Promise<readonly AnswerItem[]> {
  const { items } = await register
    .selectFrom('proposals')
    .select('items')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return items;
}

/** A page of the proposals that a reader may know of, the oldest first, after a place. */
export async function listProposals(
  register: Register,
  { subject, area, agency }: ProposalReader,
  { state, whose, caseId }: ProposalFilters,
  page: { readonly limit: number; readonly after?: ProposalPlace },
): Promise<Proposal[]> {
  const { after, limit } = page;
  return proposals(register)
    .where((eb) =>
      eb.and([
        ...(area === 'national' ? [] : [eb('cases.kommun', 'in', [...area])]),
        ...(agency === undefined
          ? []
          : [
              eb.or([
                eb('proposals.proposed_by', '=', subject),
                ...(agency === null ? [] : [eb('proposals.agency', '=', agency)]),
              ]),
            ]),
        ...(state ? [eb('proposals.state', '=', state)] : []),
        ...(caseId ? [eb('proposals.case_id', '=', caseId)] : []),
        ...(whose === 'mine' ? [eb('proposals.proposed_by', '=', subject)] : []),
        ...(whose === 'toDecide'
          ? [eb('proposals.state', '=', 'proposed'), eb('proposals.proposed_by', '<>', subject)]
          : []),
        ...(after
          ? [sql<boolean>`(proposals.at, proposals.id) > (${after.at}::timestamptz, ${after.id}::uuid)`]
          : []),
      ]),
    )
    .orderBy('proposals.at')
    .orderBy('proposals.id')
    .limit(limit)
    .execute();
}

/** Whether a reader may know of a proposal. */
export function mayKnow({ subject, area, agency }: ProposalReader, proposal: Proposal): boolean {
  const { kommun, proposedBy } = proposal;
  if (!worksIn({ area }, kommun)) return false;
  return agency === undefined || proposedBy === subject || proposal.agency === agency;
}
