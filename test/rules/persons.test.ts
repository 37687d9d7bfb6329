import { readdirSync } from 'node:fs';
import path from 'node:path';
import { APPEAL_ROUTES } from '../../domain/law/appeal-routes';
import type { PlainDate } from '../../domain/model/plain-date';
import { CATALOGUE, stepDefinition } from '../../domain/process/steps/catalogue';
import { baseOf } from '../../domain/process/planner/recurrence';
import { repositoryRoot } from '../../platform/root';
import { disagreements } from './persons-play/disagreements';
import { type Person, readPerson } from './persons-play/person-file';
import { eveningsOf } from './persons-play/play';
import { faultsOf, sentencesOf } from './texts/sentences-of';

const folder = path.join(repositoryRoot(), 'test', 'rules', 'persons');
const persons = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readPerson(path.join(folder, file)));
const days = persons.flatMap(({ plan }) => Object.values(plan));

describe('the persons', () => {
  it('are at least forty-five, each with a name of its own and at least three days', () => {
    expect(persons.length).toBeGreaterThanOrEqual(45);
    expect(new Set(persons.map(({ name }) => name)).size).toBe(persons.length);
    const few = persons.filter(({ plan }) => Object.keys(plan).length < 3);
    expect(few.map(({ name }) => name)).toEqual([]);
  });

  it('have among them every step of the catalogue open, and not applicable, on some day', () => {
    const ids = CATALOGUE.map(({ id }) => id as string);
    expect(ids.filter((id) => !openSomeDay().has(id))).toEqual([]);
    const never = new Set(days.flatMap((day) => Object.keys(day['not applicable'] ?? {})));
    expect(ids.filter((id) => !never.has(id) && !APPLIES_TO_ALL.includes(id))).toEqual([]);
  });

  it('are refused among them by every decision that can refuse', () => {
    const refusable = Object.keys(APPEAL_ROUTES).filter((id) => canRefuse(id));
    const said = persons.flatMap(wordsOf).map(({ stepId, outcome }) => `${baseOf(stepId)} ${outcome}`);
    const refused = (id: string) => refusalsOf(id).some((outcome) => said.includes(`${id} ${outcome}`));
    expect(refusable.filter((id) => !refused(id))).toEqual([]);
  });
});

describe.each(persons.map((person) => [person.name, person] as const))('%s', (_, person) => {
  let evenings: ReturnType<typeof eveningsOf>;
  beforeAll(() => {
    evenings = eveningsOf(person);
  });

  it.each(Object.entries(person.plan).map(([day, expected]) => [day, expected.shows, expected] as const))(
    '%s: %s',
    (day, __, expected) => {
      const evening = evenings.get(day as PlainDate);
      if (evening === undefined || evening instanceof Error)
        throw evening ?? new Error('a day that was not played');
      expect(disagreements(evening, expected)).toEqual([]);
    },
  );

  it('is told on each of these days in whole sentences, in every language, without a code', () => {
    const plans = [...evenings.values()].flatMap((evening) =>
      evening instanceof Error ? [] : [evening.plan],
    );
    const faults = plans.flatMap(({ steps, asOf }) =>
      steps.flatMap((step) => sentencesOf(step, asOf).flatMap((told) => faultsOf(told, step))),
    );
    expect([...new Set(faults)]).toEqual([]);
  });
});

/** Steps that concern every person of the path. */
const APPLIES_TO_ALL = ['uppehallstillstandskort', 'kommunmote', 'halsoundersokning'];

function openSomeDay(): ReadonlySet<string> {
  return new Set(
    days.flatMap((day) => [...(day.open ?? []), ...(day['open among others'] ?? [])]).map((id) => baseOf(id)),
  );
}

function refusalsOf(id: string): readonly string[] {
  const outcomes = Object.entries(stepDefinition(id)?.outcomes ?? {});
  return outcomes.filter(([, { effect }]) => effect === 'refuses').map(([outcome]) => outcome);
}

function canRefuse(id: string): boolean {
  return refusalsOf(id).length > 0;
}

function wordsOf({ events }: Person): readonly { readonly stepId: string; readonly outcome: string }[] {
  const said = Object.values(events).flatMap((happenings) => happenings ?? []);
  return said
    .filter((happening) => typeof happening === 'string')
    .map((happening) => happening.replace(/,.*/, '').split(' '))
    .map(([stepId = '', outcome = '']) => ({ stepId, outcome }));
}
