import type { KommunCode } from '../../../domain/model/ids';
import type { Plan } from '../../../domain/model/plan';
import type { CaseFacts } from '../../../domain/model/facts';
import { openedRecords } from '../../../domain/process/judging/digest';
import type { StepSpan } from '../../../domain/statistics/span';
import { spanChanges } from '../../../domain/statistics/span-changes';
import {
  adult,
  after,
  day,
  type Event,
  handOver,
  paused,
  planFirstCut,
  planOn,
  noon,
  recorded,
  recordsAfter,
  restarted,
} from '../support';

const ESKILSTUNA = '0484' as KommunCode;
const SUNDSVALL = '2281' as KommunCode;
const open = { protectedIdentity: { level: 'none' } } as const;

/** A case that is planned again and again; its waits are kept as the register keeps them. */
class Life {
  private records = {};
  private spans: readonly StepSpan[] = [];
  private facts: CaseFacts = adult(open);

  /** Something happens, and the case is planned on a day. */
  on(date: string, ...events: readonly Event[]): this {
    this.records = events.reduce((before, event) => event(before), this.records);
    const plan = planFirstCut(this.facts, this.records, noon(date));
    this.records = openedRecords(plan, this.records);
    this.planned(plan);
    return this;
  }

  becomes(facts: CaseFacts): this {
    this.facts = facts;
    return this;
  }

  /** The waits for a step, oldest first. */
  waitsFor(step: string): readonly object[] {
    return this.spans
      .filter(({ stepId }) => stepId === step)
      .map(({ openedOn, end, kommun }) => ({ openedOn, end, kommun }))
      .toSorted((one, other) => one.openedOn.localeCompare(other.openedOn));
  }

  overdueFrom(step: string) {
    return this.spans.find(({ stepId }) => stepId === step)?.overdueFrom;
  }

  private planned(plan: Plan): void {
    for (const { before, after: next } of spanChanges(this.spans, plan, this.records)) {
      this.spans = [...this.spans.filter((span) => span !== before), ...(next ? [next] : [])];
    }
  }
}

/** Delgivning is done on the day before, so the meetings and sfi open with the first plan. */
const lives = () => new Life().on('2027-01-11', after('delgivning', 'served', '2027-01-10'));
const wait = (openedOn: string, end?: object, kommun: KommunCode | undefined = ESKILSTUNA) => ({
  openedOn,
  end,
  kommun,
});

describe('a wait for a step', () => {
  it('opens on the day of the first plan that shows the step open, and ends on the day of its outcome', () => {
    const served = after('delgivning', 'served', '2027-01-15');
    const life = new Life().on('2027-01-11').on('2027-01-18', served);
    expect(life.waitsFor('delgivning')).toEqual([
      wait('2027-01-11', { on: '2027-01-15', outcome: 'served' }),
    ]);
    expect(life.waitsFor('kommunmote')).toEqual([wait('2027-01-18')]);
    expect(life.waitsFor('personnummer')).toEqual([]);
  });

  it('is the same in every later plan that changes nothing', () => {
    const life = lives().on('2027-01-12').on('2027-03-01');
    expect(life.waitsFor('kommunmote')).toEqual([wait('2027-01-11')]);
  });

  it('goes on through a meeting that the person missed and was called to again', () => {
    const life = lives()
      .on('2027-01-20', after('kommunmote', 'noShow', '2027-01-20'))
      .on('2027-01-30', after('kommunmote', 'held', '2027-01-30'));
    expect(life.waitsFor('kommunmote')).toEqual([wait('2027-01-11', { on: '2027-01-30', outcome: 'held' })]);
  });

  it('goes on through a filing that is sent again, and through a pause', () => {
    const life = lives()
      .on('2027-01-20', restarted('sfi', 'resubmissions', '2027-01-20'))
      .on('2027-01-25', paused('sfi', '2027-01-25', '2027-02-10'))
      .on('2027-02-20', after('sfi', 'started', '2027-02-20'));
    expect(life.waitsFor('sfi')).toEqual([wait('2027-01-11', { on: '2027-02-20', outcome: 'started' })]);
  });

  it('is another one when the step is reopened; the first stays as it ended', () => {
    const life = lives()
      .on('2027-01-15', after('kommunmote', 'held', '2027-01-15'))
      .on('2027-02-01', restarted('kommunmote', 'reopenings', '2027-02-01'))
      .on('2027-02-20', after('kommunmote', 'held', '2027-02-18'));
    expect(life.waitsFor('kommunmote')).toEqual([
      wait('2027-01-11', { on: '2027-01-15', outcome: 'held' }),
      wait('2027-02-01', { on: '2027-02-18', outcome: 'held' }),
    ]);
  });

  it('goes on when a mistake is mended on the day on which it was made', () => {
    const life = lives()
      .on('2027-01-11', after('kommunmote', 'held', '2027-01-11'))
      .on('2027-01-11', restarted('kommunmote', 'reopenings', '2027-01-11'));
    expect(life.waitsFor('kommunmote')).toEqual([wait('2027-01-11')]);
  });

  it('is none where a step was answered before it ever opened', () => {
    expect(lives().waitsFor('delgivning')).toEqual([]);
  });

  it('that another one takes the place of before it ended has stopped that day', () => {
    const life = lives().on('2027-02-01', restarted('kommunmote', 'reopenings', '2027-02-01'));
    expect(life.waitsFor('kommunmote')).toEqual([
      wait('2027-01-11', { on: '2027-02-01' }),
      wait('2027-02-01'),
    ]);
  });

  it('stops once, on the day of the first plan that no longer shows it open', () => {
    const life = lives()
      .becomes(adult({ ...open, withdrawal: { since: day('2027-02-01'), reason: 'x' } as never }))
      .on('2027-02-01')
      .on('2027-03-01');
    expect(life.waitsFor('kommunmote')).toEqual([wait('2027-01-11', { on: '2027-02-01' })]);
  });

  it('that was held back goes on from its own opening when it is open again', () => {
    const life = lives()
      .on('2027-01-15', after('flyttningsanmalan', 'filed', '2027-01-15'))
      .on('2027-01-20', restarted('flyttningsanmalan', 'reopenings', '2027-01-20'));
    expect(life.waitsFor('personnummer')).toEqual([wait('2027-01-15', { on: '2027-01-20' })]);
    life.on('2027-01-25', after('flyttningsanmalan', 'filed', '2027-01-25'));
    expect(life.waitsFor('personnummer')).toEqual([wait('2027-01-15')]);
  });

  it('that ended before it opened took no time', () => {
    const life = lives()
      .on('2027-01-15', after('kommunmote', 'held', '2027-01-15'))
      .on('2027-02-01', restarted('kommunmote', 'reopenings', '2027-02-01'))
      .on('2027-02-02', after('kommunmote', 'held', '2027-01-14'));
    expect(life.waitsFor('kommunmote').at(-1)).toEqual(
      wait('2027-02-01', { on: '2027-02-01', outcome: 'held' }),
    );
  });

  it('is open again when its answer is taken back', () => {
    const life = lives().on('2027-01-15', after('kommunmote', 'held', '2027-01-15'));
    life.on('2027-01-16', recorded('kommunmote', { answers: [] }));
    expect(life.waitsFor('kommunmote')).toEqual([wait('2027-01-11')]);
  });

  it('that began with a reopening which is taken back never was', () => {
    const life = lives()
      .on('2027-01-15', after('kommunmote', 'held', '2027-01-15'))
      .on('2027-02-01', restarted('kommunmote', 'reopenings', '2027-02-01'))
      .on('2027-02-02', recorded('kommunmote', { reopenings: [], filing: 1 }));
    expect(life.waitsFor('kommunmote')).toEqual([wait('2027-01-11', { on: '2027-01-15', outcome: 'held' })]);
  });

  it('is overdue from the first working day after its earliest duty or target', () => {
    // FOL 26 §: here since 2025-09-01, so four weeks from the permit of 4 January: Monday 1 February.
    expect(lives().overdueFrom('flyttningsanmalan')).toBe('2027-02-02');
    expect(lives().overdueFrom('kommunmote')).toBeUndefined();
  });
});

describe('the kommun that a wait is counted in', () => {
  const moved = adult({ ...open, stay: { kommun: SUNDSVALL, movedKommunOn: day('2027-03-01') } as never });
  const filedInEskilstuna = handOver('sfi', 'filed', '2027-01-11');
  const anew = recorded('sfi', { resubmissions: [{ on: day('2027-03-01') }] });

  it('becomes the new one with a move; a kommun’s own filing there is another wait', () => {
    const life = lives()
      .on('2027-01-11', filedInEskilstuna)
      .becomes(moved)
      .on('2027-03-01')
      .on('2027-03-01', anew);
    expect(life.waitsFor('flyttningsanmalan')).toEqual([wait('2027-01-11', undefined, SUNDSVALL)]);
    expect(life.waitsFor('sfi')).toEqual([
      wait('2027-01-11', { on: '2027-03-01' }, ESKILSTUNA),
      wait('2027-03-01', undefined, SUNDSVALL),
    ]);
  });

  it('stays the old one for what had ended there', () => {
    const life = lives()
      .on('2027-01-15', after('kommunmote', 'held', '2027-01-15'))
      .becomes(moved)
      .on('2027-03-01');
    expect(life.waitsFor('kommunmote')).toEqual([wait('2027-01-11', { on: '2027-01-15', outcome: 'held' })]);
  });

  it.each(['sekretessmarkering', 'skyddadFolkbokforing'] as const)(
    'is none for a person with %s, also for what had ended before',
    (level) => {
      const life = lives()
        .on('2027-01-15', after('kommunmote', 'held', '2027-01-15'))
        .becomes(adult({ protectedIdentity: { level } }))
        .on('2027-01-20');
      const held = { on: '2027-01-15', outcome: 'held' };
      expect(life.waitsFor('kommunmote')).toEqual([{ openedOn: '2027-01-11', end: held, kommun: undefined }]);
      expect(life.waitsFor('sfi')).toEqual([{ openedOn: '2027-01-11', kommun: undefined }]);
    },
  );

  it('is none while nobody has said whether the person is protected', () => {
    const plan = planOn('2027-01-11', adult());
    const changes = spanChanges([], plan, openedRecords(plan, recordsAfter()));
    expect(new Set(changes.map((change) => change.after?.kommun))).toEqual(new Set([undefined]));
  });

  it('is that of anybody with fingerade personuppgifter: one case fewer would give them away', () => {
    const plan = planOn('2027-01-11', adult({ protectedIdentity: { level: 'fingeradePersonuppgifter' } }));
    const changes = spanChanges([], plan, openedRecords(plan, recordsAfter()));
    expect(new Set(changes.map((change) => change.after?.kommun))).toEqual(new Set([ESKILSTUNA]));
  });
});
