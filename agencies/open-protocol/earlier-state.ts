import { dayOf } from '../kernel/calendar';
import type { AgencyState, Matter } from '../kernel/dossiers';

/**
 * Rewrites what a simulator kept before it spoke the open protocol: receipts get the protocol's form with their old
 * number, and reports that have not been delivered are composed anew.
 */
export function rewriteEarlierState(state: AgencyState): void {
  const matters = Object.values(state.dossiers).flatMap((dossier) => Object.values(dossier.matters));
  for (const matter of matters.filter(({ receipt }) => !('registeredOn' in receipt))) rewrite(matter);
}

function rewrite(matter: Matter): void {
  for (const registered of [matter, ...Object.values(matter.errands)]) {
    // Every agency's old receipt began with its own number.
    const number = /:"([^"]*)"/.exec(JSON.stringify(registered.receipt))?.[1] ?? '';
    registered.receipt = { number, registeredOn: dayOf(registered.came.at) };
  }
  // Composed of the old words for a person: the next try of this filing sets it.
  matter.about = undefined;
  for (const [name, { state }] of Object.entries(matter.outgoing)) {
    if (state !== 'delivered') delete matter.outgoing[name];
  }
}
