import { sql } from 'kysely';
import type { Register } from '../database';
import type { PersonId } from '../../domain/model/ids';

/** The numbers by which a member of an intake may already be registered. */
export type MemberNumbers = { readonly dossiernummer: string; readonly personnummer?: string };

/** A number of the member at this position that cannot be used: it is in an open case, or another person's. */
export type NumberInUse = { readonly position: number; readonly number: keyof MemberNumbers };

type Held = {
  readonly type: string;
  readonly value: string;
  readonly personId: PersonId;
  readonly isOpen: boolean;
};

/** Locks each number for one intake until the transaction ends. In sorted order, so that there is no deadlock. */
export async function lockIdentifiers(trx: Register, members: readonly MemberNumbers[]): Promise<void> {
  const names = members.flatMap((member) => [
    `dossiernummer/${member.dossiernummer}`,
    ...(member.personnummer ? [`personnummer/${member.personnummer}`] : []),
  ]);
  for (const name of names.sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
  }
}

/** Returns the numbers that an open case has, and the personnummer of another person than the dossiernummer. */
export async function numbersInUse(
  trx: Register,
  members: readonly MemberNumbers[],
): Promise<readonly NumberInUse[]> {
  const held = await heldNumbers(trx, members);
  return members.flatMap(({ dossiernummer, personnummer }, position): NumberInUse[] => {
    const ofDossier = held.filter(({ type, value }) => type === 'dossiernummer' && value === dossiernummer);
    const ofPerson = held.filter(({ type, value }) => type === 'personnummer' && value === personnummer);
    if (ofDossier.some(({ isOpen }) => isOpen)) return [{ position, number: 'dossiernummer' }];
    const isTheirs = ofDossier.length === 0 || ofPerson.every((one) => isOf(one, ofDossier));
    const isFree = isTheirs && !ofPerson.some(({ isOpen }) => isOpen);
    return isFree ? [] : [{ position, number: 'personnummer' }];
  });
}

function isOf({ personId }: Held, others: readonly Held[]): boolean {
  return others.some((other) => other.personId === personId);
}

async function heldNumbers(trx: Register, members: readonly MemberNumbers[]): Promise<Held[]> {
  const dossiernummer = members.map((member) => member.dossiernummer);
  const personnummer = members.flatMap((member) => member.personnummer ?? []);
  return trx
    .selectFrom('identifiers')
    .select((eb) => [
      'type',
      'value',
      'person_id as personId',
      eb
        .exists(
          eb
            .selectFrom('cases')
            .select('cases.id')
            .whereRef('cases.person_id', '=', 'identifiers.person_id')
            .where('cases.state', '=', 'open'),
        )
        .$castTo<boolean>()
        .as('isOpen'),
    ])
    .where((eb) =>
      eb.or([
        eb.and([eb('type', '=', 'dossiernummer'), eb('value', 'in', dossiernummer)]),
        ...(personnummer.length > 0
          ? [
              eb.and([
                eb('type', '=', 'personnummer'),
                eb('value', 'in', personnummer),
                eb('valid_to', 'is', null),
              ]),
            ]
          : []),
      ]),
    )
    .execute();
}
