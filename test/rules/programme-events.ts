import { after, type Event, MEETING_DAY, metAll, reported } from './support';

function all(...events: readonly Event[]): Event {
  return (records) => events.reduce((before, event) => event(before), records);
}

/** The first day's meetings, and enrolled with Arbetsförmedlingen the same day. */
export function enrolled(on: string = MEETING_DAY): Event {
  return all(metAll(on), after('afInskrivning', 'enrolled', on));
}

/** Enrolled on the meeting day and assigned to etableringsprogrammet. */
export function assigned(on: string): Event {
  return all(enrolled(), after('anvisningEtableringsprogrammet', 'assigned', on, { fields: { from: on } }));
}

/** Skatteverket's decision, with the personnummer. */
export function registered(on: string): Event {
  return reported('personnummer', 'registered', on, { fields: { from: MEETING_DAY, kommun: '0484' } });
}

/** Assigned, registered and with a first plan. */
export function withPlan(on: string, { assignedOn = '2027-01-18', registeredOn = '2027-02-08' } = {}): Event {
  return all(assigned(assignedOn), registered(registeredOn), after('handlingsplan', 'made', on));
}
