import { sql } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, MessageId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';
import type { AnswerItem } from '../message-body';
import type { AreaOf } from '../work/tables';
import type { ProposalState } from './tables';
import { worksIn } from '../work/colleagues';

/** A step of a proposal, with its filing at that time. */
export type ProposedStep = { readonly stepId: StepId; readonly filing: number; readonly outcome: string };

/** A completion that one person has proposed and another must decide. Its id is the proposing message's. */
export type Proposal = {
  readonly id: MessageId;
  readonly caseId: CaseId;
  /** Kommun of stay of the case now. */
  readonly kommun: KommunCode | null;
  /** The agency whose colleagues decide. */
  readonly agency: AgencyId;
  readonly proposedBy: string;
  readonly at: Date;
  readonly revision: number;
  readonly state: ProposalState;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** The reason of a rejection or the note of an approval. */
  readonly words: string | null;
  readonly messageId: MessageId | null;
  readonly steps: readonly ProposedStep[];
};

/** Which proposals a reader may see: about residents of the area, of their agency (unset: all), or their own. */
export type ProposalReader = {
  readonly subject: string;
  readonly area: AreaOf;
  /** Null for readers of their own proposals only. */
  readonly agency?: AgencyId | null;
};

/** Which proposals to list. `toDecide`: undecided ones of others. */
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

/** Returns a proposal; undefined when there is none. */
export async function findProposal(register: Register, id: MessageId): Promise<Proposal | undefined> {
  return proposals(register).where('proposals.id', '=', id).executeTakeFirst();
}

/** Returns the proposed answers with all fields, for the one who decides. */
export async function proposedItems(register: Register, id: MessageId): Promise<readonly AnswerItem[]> {
  const { items } = await register
    .selectFrom('proposals')
    .select('items')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return items;
}

/** Returns a page of the proposals that a reader may see, the oldest first, after a position. */
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

/** Returns whether a reader may see a proposal. */
export function mayKnow({ subject, area, agency }: ProposalReader, proposal: Proposal): boolean {
  const { kommun, proposedBy } = proposal;
  if (!worksIn({ area }, kommun)) return false;
  return agency === undefined || proposedBy === subject || proposal.agency === agency;
}
