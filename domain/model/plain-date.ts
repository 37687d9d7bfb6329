import { z } from 'zod';

/**
 * A calendar day in Sweden (Europe/Stockholm), written `YYYY-MM-DD`.
 * A branded string and not a `Date`: it survives JSON, sorts as text, and cannot slip a day by time zone.
 */
export const PlainDate = z.iso
  .date()
  .refine((day) => day >= '1890-01-01' && day <= '2199-12-31', 'a day between 1890-01-01 and 2199-12-31')
  .brand('PlainDate')
  .meta({ id: 'PlainDate', description: 'Calendar day in Europe/Stockholm', example: '2027-01-13' });
export type PlainDate = z.infer<typeof PlainDate>;

/** A moment in UTC, RFC 3339 with `Z` and milliseconds, as `new Date().toISOString()` writes it. */
export const Instant = z.iso
  .datetime({ precision: 3 })
  .brand('Instant')
  .meta({ id: 'Instant', description: 'Moment in UTC, RFC 3339', example: '2027-01-13T08:15:00.000Z' });
export type Instant = z.infer<typeof Instant>;
