import type { Kysely } from 'kysely';
import type { PlainDate } from '../domain/model/plain-date';
import type { RegisterSchema } from '../register/schema';
import { countDay, daysToCount } from '../register/statistics/daily-counts';
import { mergeCounts } from '../register/statistics/work-counts';

export type NightlyActivities = ReturnType<typeof createNightlyActivities>;

/** The activities of the night. They speak to the register alone; each is one transaction and may be repeated. */
export function createNightlyActivities(register: Kysely<RegisterSchema>) {
  return {
    /** The days before `today` that no night has counted yet, oldest first. */
    async daysToCount(today: PlainDate): Promise<PlainDate[]> {
      return daysToCount(register, today);
    },
    /** Counts a day before `today`, unless it has been counted. */
    async countDay(day: PlainDate, today: PlainDate): Promise<void> {
      await countDay(register, day, today);
    },
    /** Sums up the changes of the counts of days before `today`. */
    async mergeCounts(today: PlainDate): Promise<void> {
      await mergeCounts(register, today);
    },
  };
}
