import {
  adult,
  after,
  type Event,
  handOver,
  MEETING_DAY,
  metAll,
  opened,
  paused,
  planOn,
  planWith,
  recorded,
  reported,
  restarted,
  step,
  waitingForPersonnummer,
} from '../support';

const served = after('delgivning', 'served');
const waiting = waitingForPersonnummer();

function personnummerOn(on: string, ...events: Event[]) {
  return step(planOn(on, adult(), ...events), 'personnummer');
}

describe('a filing is wanted with the agency’s system', () => {
  it('while its step is open and not decided', () => {
    expect(personnummerOn(MEETING_DAY, metAll()).handOver).toBe('skatteverket');
    expect(personnummerOn('2027-02-01', waiting).handOver).toBe('skatteverket');
    expect(
      personnummerOn('2027-02-01', waiting, reported('personnummer', 'registered', '2027-02-01')).handOver,
    ).toBe(undefined);
  });

  it('not where the installation has no such system', () => {
    const settings = { personnummer: { answeredBy: 'caseworker', handedOver: false } } as const;
    const plan = planWith(settings, MEETING_DAY, adult(), metAll());
    expect(step(plan, 'personnummer')).toMatchObject({ status: { waitingFor: 'caseworker' } });
    expect(step(plan, 'personnummer').handOver).toBeUndefined();
  });

  it('not for sfi where the installation’s kommun has a caseworker answer it, who is waited for', () => {
    const settings = { sfi: { answeredBy: 'caseworker', handedOver: false } } as const;
    const { status, handOver: to, allowed } = step(planWith(settings, MEETING_DAY, adult()), 'sfi');
    expect(status).toMatchObject({ kind: 'open', waitingFor: 'caseworker' });
    expect(to).toBeUndefined();
    expect(allowed).toEqual(['received', 'notReceived', 'started']);
  });

  it('not while the step is paused, nor is it taken back then', () => {
    const rested = personnummerOn('2027-02-02', waiting, paused('personnummer', '2027-02-01'));
    expect(rested.status).toEqual({ kind: 'paused', why: 'untilResumed', since: '2027-02-01' });
    expect(rested.handOver).toBeUndefined();
    expect(rested.retract).toBeUndefined();
  });
});

describe('a refusal for good becomes a caseworker’s task', () => {
  it.each([
    ['the system refused it', handOver('personnummer', 'refused'), 'handOverRefused'],
    ['it was taken back', handOver('personnummer', 'retracted'), 'handOverRetracted'],
    [
      'an answer cannot be understood',
      recorded('personnummer', { misfits: [{ messageId: 'm' as never, filing: 1, why: 'unknownOutcome' }] }),
      'answerUnclear',
    ],
  ])('%s', (_, event, why) => {
    const taskOfACaseworker = personnummerOn('2027-01-20', waiting, event);
    expect(taskOfACaseworker.status).toMatchObject({ kind: 'open', waitingFor: 'caseworker', why });
    expect(taskOfACaseworker.allowed).toEqual([
      'registered',
      'avslag',
      'avvisad',
      'completionRequested',
      'delayNotified',
      'applicationWithdrawn',
      'avskriven',
      'resubmission',
    ]);
    expect(taskOfACaseworker.retract).toBeUndefined();
  });

  it('is over with a re-submission, which is a new filing', () => {
    const events = [
      waiting,
      handOver('personnummer', 'refused'),
      restarted('personnummer', 'resubmissions', '2027-01-21'),
    ];
    expect(personnummerOn('2027-01-21', ...events)).toMatchObject({
      status: { waitingFor: 'agency' },
      filing: 2,
      handOver: 'skatteverket',
    });
  });

  it('does not forget that a completion was asked for', () => {
    const events = [
      waiting,
      recorded('personnummer', { misfits: [{ messageId: 'm' as never, filing: 1, why: 'neverFitted' }] }),
      after('personnummer', 'completionRequested', '2027-01-20'),
    ];
    const asked = personnummerOn('2027-01-21', ...events);
    expect(asked.status).toMatchObject({ waitingFor: 'newcomer' });
    expect(asked.allowed).toContain('resubmission');
  });

  it('of an earlier filing troubles nobody', () => {
    const events = [
      waiting,
      recorded('personnummer', { misfits: [{ messageId: 'm' as never, filing: 1, why: 'neverFitted' }] }),
      restarted('personnummer', 'resubmissions', '2027-01-21'),
    ];
    expect(personnummerOn('2027-01-21', ...events).status).toMatchObject({ waitingFor: 'agency' });
  });
});

describe('a hand-over is taken back', () => {
  const done = reported('personnummer', 'registered', '2027-02-01');

  it.each<[string, Event[]]>([
    ['its step was opened again', [waiting, done, restarted('personnummer', 'reopenings', '2027-02-02')]],
    ['its step was sent again', [waiting, restarted('personnummer', 'resubmissions', '2027-02-02')]],
    [
      'a person answered for the agency’s system',
      [waiting, after('personnummer', 'registered', '2027-02-01')],
    ],
    ['a person refused for the agency’s system', [waiting, after('personnummer', 'avslag', '2027-02-01')]],
    [
      'a step before it was opened again',
      [waiting, restarted('flyttningsanmalan', 'reopenings', '2027-02-02')],
    ],
  ])('when %s', (_, events) => {
    expect(personnummerOn('2027-02-02', ...events).retract).toBe(true);
  });

  it('when the case is withdrawn or the step no longer applies', () => {
    const withdrawn = planOn('2027-02-02', adult({ withdrawal: { reason: 'moved' } }), waiting);
    expect(step(withdrawn, 'personnummer')).toMatchObject({ status: { kind: 'cancelled' }, retract: true });
    const booked = [served, handOver('flyttningsanmalan', 'running')];
    const registered = adult({ registration: { kommun: '0484' as never, from: '2027-01-01' as never } });
    expect(step(planOn(MEETING_DAY, registered, ...booked), 'flyttningsanmalan').retract).toBe(true);
  });

  it('when a new call follows a meeting nobody came to', () => {
    const events = [served, handOver('kommunmote', 'filed'), after('kommunmote', 'noShow')];
    expect(step(planOn('2027-01-12', adult(), ...events), 'kommunmote')).toMatchObject({
      filing: 2,
      retract: true,
    });
  });

  it('when a meeting was held before its booking had been made', () => {
    const events = [served, handOver('kommunmote', 'running'), after('kommunmote', 'held')];
    expect(step(planOn(MEETING_DAY, adult(), ...events), 'kommunmote').retract).toBe(true);
  });

  it.each<[string, Event[]]>([
    ['the agency answered itself', [waiting, done]],
    ['it has been taken back already', [waiting, done, handOver('personnummer', 'retracted')]],
    ['it is being taken back', [waiting, handOver('personnummer', 'retracting')]],
    [
      'the agency refused, and the person let it stand',
      [
        waiting,
        reported('personnummer', 'avslag', '2027-02-01'),
        after('personnummer', 'letStand', '2027-02-02'),
      ],
    ],
  ])('but not when %s', (_, events) => {
    expect(personnummerOn('2027-02-02', ...events).retract).toBeUndefined();
  });

  it('but not the booking of a meeting that took place', () => {
    const events = [served, handOver('kommunmote', 'filed'), after('kommunmote', 'held')];
    expect(step(planOn(MEETING_DAY, adult(), ...events), 'kommunmote').retract).toBeUndefined();
  });
});

describe('an answer counts for the filing that is present', () => {
  it('and changes nothing for another', () => {
    const early = reported('personnummer', 'registered', '2027-02-01', { filing: 2 });
    expect(personnummerOn('2027-02-02', waiting, early).status.kind).toBe('open');
    const late = [
      waiting,
      restarted('personnummer', 'resubmissions', '2027-01-20'),
      reported('personnummer', 'registered', '2027-02-01', { filing: 1 }),
    ];
    expect(personnummerOn('2027-02-02', ...late)).toMatchObject({ status: { kind: 'open' }, filing: 2 });
  });

  it('opens its own time of waiting', () => {
    const events = [waiting, restarted('personnummer', 'resubmissions', '2027-02-15')];
    const expected = (event: Event) =>
      personnummerOn('2027-02-16', ...events, event).dues.find(({ rule }) => rule === 'personnummerExpected')
        ?.date;
    expect(expected((records) => records)).toBe('2027-03-15');
    expect(expected(opened('personnummer', '2027-02-16'))).toBe('2027-03-16');
  });
});
