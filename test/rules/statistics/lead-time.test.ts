import { leadTimeFigures, type LeadTimes } from '../../../domain/statistics/lead-time';

const done = (days: number, count = 1): LeadTimes => ({ kind: 'done', days, count });
const open = (days: number, count = 1): LeadTimes => ({ kind: 'open', days, count });
const stopped = (days: number, count = 1): LeadTimes => ({ kind: 'stopped', days, count });

describe('the figures of a step’s lead times', () => {
  it('count those that are open, done and stopped', () => {
    const figures = leadTimeFigures([done(3, 4), done(9, 2), open(30, 5), stopped(2)]);
    expect(figures).toMatchObject({ open: 5, done: 6, stopped: 1 });
  });

  it('give median and 90th percentile of those that are done', () => {
    const tenDays = Array.from({ length: 10 }, (_, day) => done(day + 1));
    expect(leadTimeFigures(tenDays).ofDone).toEqual({ median: 5, p90: 9 });
  });

  it('are the same corrected when nothing is open', () => {
    const { ofDone, corrected } = leadTimeFigures([done(4, 3), done(20, 2), done(31)]);
    expect(corrected).toEqual(ofDone);
  });

  it('are not flattered by the slow ones that are open still', () => {
    const { ofDone, corrected } = leadTimeFigures([done(10, 4), done(40, 2), open(60, 6)]);
    expect(ofDone.median).toBe(10);
    expect(corrected.median).toBe(40);
    expect(corrected.p90).toBeNull();
  });

  it('count a stopped wait as far as it came, neither as an end nor as nothing', () => {
    const without = leadTimeFigures([done(10, 5), done(30, 5)]);
    const withThem = leadTimeFigures([done(10, 5), done(30, 5), stopped(20, 10)]);
    expect([without.corrected.median, withThem.corrected.median]).toEqual([10, 30]);
  });

  it('are none where nothing has opened', () => {
    const none = { median: null, p90: null };
    expect(leadTimeFigures([])).toEqual({ open: 0, done: 0, stopped: 0, ofDone: none, corrected: none });
  });
});
