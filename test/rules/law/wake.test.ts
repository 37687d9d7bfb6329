import { wakeInstant } from '../../../domain/law/wake';
import type { CaseId } from '../../../domain/model/ids';
import { day } from '../support';

const CASE = '0b9f3a52-51f5-4f3c-9d5e-0a4b9a4b6a01' as CaseId;

function minutesAfterFive(date: string, caseId: CaseId): number {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(wakeInstant(day(date), caseId)));
  const [shownDay, time = ''] = clock.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  expect(shownDay).toBe(date);
  return (hour - 5) * 60 + minute;
}

describe('the hour at which a case wakes', () => {
  it.each(['2027-01-11', '2027-07-11', '2027-03-28', '2027-10-31', '2028-02-29'])(
    'lies within 90 minutes after five in the morning in Stockholm, the same every day: %s',
    (date) => {
      const minutes = minutesAfterFive(date, CASE);
      expect(minutes).toBeGreaterThanOrEqual(0);
      expect(minutes).toBeLessThan(90);
      expect(minutes).toBe(minutesAfterFive('2027-01-12', CASE));
    },
  );

  it('spreads a town over the 90 minutes', () => {
    const ids = Array.from(
      { length: 900 },
      (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    );
    const perTenMinutes = new Map<number, number>();
    for (const id of ids) {
      const tens = Math.floor(minutesAfterFive('2027-01-11', id as CaseId) / 10);
      perTenMinutes.set(tens, (perTenMinutes.get(tens) ?? 0) + 1);
    }
    expect(perTenMinutes.size).toBe(9);
    expect(Math.max(...perTenMinutes.values())).toBeLessThan(200);
  });
});
