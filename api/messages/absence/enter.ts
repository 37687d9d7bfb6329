import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { MessageId } from '../../../domain/model/ids';
import type { PlainDate } from '../../../domain/model/plain-date';
import { absenceInTheWay, enterAbsence, enterAlone, type InTheWay } from '../../../register/absences/plan';
import type { Register } from '../../../register/database';
import type { StoredResponse } from '../../../register/schema';
import { type Colleague, coversArea, findColleague } from '../../../register/work/colleagues';
import { absenceAnswer } from '../../answers/work/absence';
import type { Caller } from '../../auth/caller';
import { invalidParameter } from '../../parameters';
import { Problem } from '../../problem';

/** Who is to be away and who stands in, as it is asked for. */
export type AbsenceRequest = {
  readonly id: MessageId;
  readonly caller: Caller;
  readonly subject?: string;
  readonly substitute: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/**
 * Enters an absence. Throws 400 where a manager names nobody, 403 for another's absence, 409 (`absence-overlaps`), 422
 * (`unknown-colleague`, `absence-not-possible`) naming the rule and the days in the way.
 */
export async function enter(trx: Register, request: AbsenceRequest): Promise<StoredResponse> {
  const { id, caller, substitute, from, to } = request;
  const today = stockholmDayAt(Date.now());
  const subject = subjectOf(request);
  if (from < today) throw notPossible('notInThePast', `The first day, ${from}, has gone.`);
  await enterAlone(trx);
  await requireStandIn(trx, caller, subject, substitute);
  const asked = { id, subject, substitute, from, to, createdBy: caller.subject };
  const inTheWay = await absenceInTheWay(trx, asked);
  if (inTheWay) throw refusalOf(inTheWay);
  return { status: 201, body: absenceAnswer(await enterAbsence(trx, asked), today) };
}

function subjectOf({ caller, subject }: AbsenceRequest): string {
  if (caller.role === 'manager') {
    if (subject === undefined) throw invalidParameter('subject', 'is required of a manager');
    return subject;
  }
  if (subject === undefined || subject === caller.subject) return caller.subject;
  throw new Problem('not-allowed', 'The absence of a colleague is entered by a manager.');
}

/** Both are caseworkers of one agency, the substitute with at least the residents of the other. */
async function requireStandIn(
  trx: Register,
  caller: Caller,
  subject: string,
  substitute: string,
): Promise<void> {
  const absent = await findColleague(trx, subject);
  if (!isCaseworker(absent) || !coversArea(caller.area, absent.area)) {
    throw unknownColleague('No caseworker of your area has signed in under the name of the one away.');
  }
  const standIn = await findColleague(trx, substitute);
  const isFit =
    isCaseworker(standIn) && standIn.agency === absent.agency && coversArea(standIn.area, absent.area);
  if (isFit && substitute !== subject) return;
  throw unknownColleague(
    `The substitute is to be another caseworker of ${absent.agency} who works with the same residents.`,
  );
}

function isCaseworker(colleague: Colleague | undefined): colleague is Colleague {
  return colleague?.role === 'caseworker';
}

function unknownColleague(detail: string): Problem {
  return new Problem('unknown-colleague', detail);
}

function refusalOf({ why, absence: { from, to } }: InTheWay): Problem {
  const days = { from, to };
  const between = `from ${from} to ${to}`;
  switch (why) {
    case 'own':
      return new Problem('absence-overlaps', `There is an absence ${between} already.`, { days });
    case 'substituteAway':
      return notPossible('noChains', `The substitute is away ${between}.`, days);
    case 'standsIn':
      return notPossible('noChains', `The one away stands in for a colleague ${between}.`, days);
  }
}

function notPossible(
  rule: string,
  detail: string,
  days?: { readonly from: PlainDate; readonly to: PlainDate },
): Problem {
  return new Problem('absence-not-possible', detail, { rule, ...(days && { days }) });
}
