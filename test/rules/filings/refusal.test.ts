import { adult, after, due, type Event, planOn, reported, step, waitingForPersonnummer } from '../support';

const avslag = (servedOn?: string) =>
  reported('personnummer', 'avslag', '2027-03-01', servedOn ? { servedOn } : {});
const waiting = waitingForPersonnummer();

function personnummerOn(on: string, ...events: Event[]) {
  return step(planOn(on, adult(), waiting, ...events), 'personnummer');
}

describe('a refusal that does not stand yet', () => {
  it('leaves the step open, waiting for the newcomer, with what may be done about it', () => {
    expect(personnummerOn('2027-03-10', avslag('2027-03-08'))).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer', why: 'refused' },
      allowed: ['appealFiled', 'newApplication', 'letStand'],
    });
  });

  it('is no longer with the agency, which is not asked to take it back', () => {
    const refused = personnummerOn('2027-03-10', avslag('2027-03-08'));
    expect(refused.handOver).toBeUndefined();
    expect(refused.retract).toBeUndefined();
  });

  it.each(['avslag', 'avvisad'])('is either of the two: %s', (outcome) => {
    const refused = reported('personnummer', outcome, '2027-03-01', { servedOn: '2027-03-08' });
    expect(personnummerOn('2027-03-10', refused).status).toMatchObject({ why: 'refused' });
  });

  it('never stands while nobody knows when it was served', () => {
    const years = personnummerOn('2030-01-01', avslag());
    expect(years).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer' },
      allowed: ['decisionServed', 'appealFiled', 'newApplication', 'letStand'],
      dues: [],
    });
  });

  it('starts its appeal time when service becomes known', () => {
    const served = after('personnummer', 'decisionServed', '2027-03-08');
    const plan = planOn('2027-03-10', adult(), waiting, avslag(), served);
    expect(due(plan, 'personnummer', 'appeal')).toMatchObject({
      date: '2027-03-30',
      kind: 'right',
      law: 'FOL 38, 40 §§; FL 44 §',
      whose: 'newcomer',
      movedBy: 'annandag påsk → tisdag, lag 1930:173 2 §',
    });
    expect(step(plan, 'personnummer').allowed).not.toContain('decisionServed');
    expect(plan.wakeOn).toBe('2027-03-31');
  });
});

describe('when a refusal stands', () => {
  it.each([
    ['2027-03-29', 'open'],
    ['2027-03-30', 'open'],
    ['2027-03-31', 'done'],
  ])('by its time running out: on %s it is %s, Easter Monday having moved the last day', (on, kind) => {
    expect(personnummerOn(on, avslag('2027-03-08')).status.kind).toBe(kind);
  });

  it('shows the refusal, from the day after the last day to appeal', () => {
    expect(personnummerOn('2027-05-01', avslag('2027-03-08'))).toMatchObject({
      status: { kind: 'done', outcome: 'avslag', on: '2027-03-31', refusal: true },
      allowed: ['reopening', 'appealFiled'],
    });
  });

  it('still takes an appeal that came in time and is told late: what waits for it is held back again', () => {
    const appealed = after('personnummer', 'appealFiled', '2027-03-30');
    expect(personnummerOn('2027-05-01', avslag('2027-03-08'), appealed)).toMatchObject({
      status: { kind: 'open', waitingFor: 'agency', why: 'underAppeal' },
      filing: 1,
    });
  });

  it('stands whatever is told of an appeal that came after the time (FL 44-45 §§)', () => {
    const standing = personnummerOn('2027-05-01', avslag('2027-03-08'));
    const late = after('personnummer', 'appealFiled', '2027-03-31');
    expect(personnummerOn('2027-05-01', avslag('2027-03-08'), late)).toEqual(standing);
  });

  it('takes no appeal where the person let it stand or a court has judged', () => {
    const letStand = after('personnummer', 'letStand', '2027-03-10');
    expect(personnummerOn('2027-03-11', avslag(), letStand).allowed).toEqual(['reopening']);
    const judged = [
      avslag('2027-03-08'),
      after('personnummer', 'appealFiled', '2027-03-20'),
      after('personnummer', 'appealUpheld', '2027-06-01'),
    ];
    expect(personnummerOn('2027-06-02', ...judged).allowed).toEqual(['reopening']);
  });

  it('by the person letting it stand, at once', () => {
    expect(
      personnummerOn('2027-03-11', avslag(), after('personnummer', 'letStand', '2027-03-10')).status,
    ).toEqual({
      kind: 'done',
      outcome: 'avslag',
      on: '2027-03-10',
      refusal: true,
    });
  });

  it.each(['appealUpheld', 'appealWithdrawn', 'appealDismissedAsLate'])('by the appeal ending: %s', (end) => {
    const events = [
      avslag('2027-03-08'),
      after('personnummer', 'appealFiled', '2027-03-20'),
      after('personnummer', end, '2027-06-01'),
    ];
    expect(personnummerOn('2027-06-02', ...events).status).toEqual({
      kind: 'done',
      outcome: 'avslag',
      on: '2027-06-01',
      refusal: true,
    });
  });
});

describe('under appeal', () => {
  const appealed = [avslag('2027-03-08'), after('personnummer', 'appealFiled', '2027-03-30')];

  it('waits for the court however long it takes', () => {
    expect(personnummerOn('2028-03-30', ...appealed)).toMatchObject({
      status: { kind: 'open', waitingFor: 'agency', why: 'underAppeal' },
      allowed: [
        'appealUpheld',
        'appealChanged',
        'appealRemitted',
        'appealWithdrawn',
        'appealDismissedAsLate',
      ],
      dues: [],
    });
  });

  it('may still learn when the decision was served', () => {
    const unserved = [avslag(), after('personnummer', 'appealFiled', '2027-03-30')];
    expect(personnummerOn('2027-04-01', ...unserved).allowed).toContain('decisionServed');
  });

  it('does not take an appeal filed after the time, whatever the record says', () => {
    const late = [avslag('2027-03-08'), after('personnummer', 'appealFiled', '2027-03-31')];
    expect(personnummerOn('2027-04-01', ...late).status).toMatchObject({ kind: 'done', refusal: true });
  });

  it.each(['appealChanged', 'appealRemitted'])('goes back to the agency: %s', (end) => {
    const back = personnummerOn('2027-06-02', ...appealed, after('personnummer', end, '2027-06-01'));
    expect(back).toMatchObject({
      status: { kind: 'open', waitingFor: 'agency', why: 'answerAwaited' },
      handOver: 'skatteverket',
      filing: 1,
    });
    expect(back.allowed).toEqual(expect.arrayContaining(['registered', 'avslag']));
    expect(back.dues).toContainEqual(
      expect.objectContaining({ rule: 'personnummerExpected', date: '2027-06-29' }),
    );
  });

  it('can be refused again after it was sent back, with a new time to appeal', () => {
    const events = [
      ...appealed,
      after('personnummer', 'appealRemitted', '2027-06-01'),
      reported('personnummer', 'avslag', '2027-08-02', { servedOn: '2027-08-04' }),
    ];
    const plan = planOn('2027-08-05', adult(), waiting, ...events);
    expect(due(plan, 'personnummer', 'appeal')?.date).toBe('2027-08-25');
  });
});

describe('a new application', () => {
  it('is a new filing that waits for the agency; answers to the old one no longer count', () => {
    const events = [
      avslag('2027-03-08'),
      after('personnummer', 'newApplication', '2027-03-15'),
      reported('personnummer', 'registered', '2027-03-16', { filing: 1 }),
    ];
    expect(personnummerOn('2027-03-17', ...events)).toMatchObject({
      status: { kind: 'open', waitingFor: 'agency' },
      filing: 2,
      handOver: 'skatteverket',
      retract: true,
    });
  });
});
