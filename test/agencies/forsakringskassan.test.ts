import { Instant } from '../../domain/model/plain-date';
import { agencyOf, visibleFilingOf } from './filings';
import { stopStages } from './stage';

afterEach(stopStages);

type Decision = { readonly servedOn: string; readonly fields: { readonly firstPayment: string } };

/** The first payment of etableringsersättning applied for at noon of a day and decided after so many days. */
async function firstPayment(day: string, leadDays: number): Promise<Decision> {
  const { client, control, runOut } = await agencyOf('etableringsersattning');
  await control('behaviour', { leadDays });
  const filing = visibleFilingOf('etableringsersattning');
  await client.handOver({ ...filing, now: Instant.parse(`${day}T12:00:00.000Z`) });
  const [notice] = await runOut(filing.key.caseId);
  return notice as unknown as Decision;
}

describe('etableringsersättning', () => {
  it.each([
    ['applied for by the 7th is paid on the 26th of the month', '2027-01-07', 7, '2027-01-26'],
    ['applied for on the 8th is paid on the 26th of the next', '2027-01-08', 7, '2027-02-26'],
    ['applied for late in the year is paid in the next', '2027-12-15', 7, '2028-01-26'],
    ['decided after that round is paid in the one after the decision', '2027-01-04', 40, '2027-02-26'],
    ['whose round is a Saturday is paid the day before', '2027-06-02', 7, '2027-06-25'],
    ['whose round is a Sunday is paid the day after', '2027-09-02', 7, '2027-09-27'],
  ])('%s', async (_, applied, leadDays, paid) => {
    const { fields, servedOn } = await firstPayment(applied, leadDays);
    expect(fields.firstPayment).toBe(paid);
    expect(fields.firstPayment > servedOn).toBe(true);
  });
});
