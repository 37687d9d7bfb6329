import { dayOf } from '../../agencies/kernel/calendar';
import { logNormalDays } from '../../agencies/kernel/timetable';
import { Instant } from '../../domain/model/plain-date';
import { filingOf, handedOver, kommunStage, skatteverketStage, stopStages, type Received } from './stage';

type Decision = { beslutsdatum: string; delgivenDatum: string; folkbokfordFran: string; kommunkod: string };
const decisionIn = (body: Received['body'] | undefined): Decision => body?.beslut as Decision;
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

afterEach(stopStages);

describe('lead times', () => {
  it('of a decision on folkbokföring have the median and 90th percentile that were asked for', () => {
    const grid = Array.from({ length: 100 }, (_, index) => (index + 0.5) / 100);
    const days = grid.flatMap((one) => grid.map((other) => logNormalDays(28, 126, [one, other])));
    const sorted = days.toSorted((one, other) => one - other);
    expect(sorted[5_000]).toBe(28);
    expect(sorted[9_000]).toBeGreaterThan(120);
    expect(sorted[9_000]).toBeLessThan(132);
  });

  it('are the same for the same seed and place in the walk, whatever the case ids and dossier numbers', async () => {
    const walks: Record<string, unknown>[] = [];
    for (const seed of ['7', '7', '8']) {
      const stage = await skatteverketStage();
      const filings = Array.from({ length: 4 }, () => filingOf('personnummer'));
      await stage.control('hold', { caseIds: filings.map(({ key }) => key.caseId), seed });
      for (const filing of filings) await stage.client.handOver(filing);
      const bodies = await stage.runOut(...filings.map(({ key }) => key.caseId));
      walks.push({ days: bodies.map(({ handelsedatum }) => handelsedatum) });
    }
    expect(walks[1]).toEqual(walks[0]);
    expect(walks[2]).not.toEqual(walks[0]);
  });

  it('do not depend on whether a case was held before or after it was filed', async () => {
    const stage = await kommunStage();
    const early = filingOf('sfi');
    const late = filingOf('sfi');
    await stage.control('hold', { caseIds: [early.key.caseId], seed: 'same' });
    await stage.client.handOver(early);
    await stage.client.handOver(late);
    await stage.control('hold', { caseIds: [late.key.caseId], seed: 'same' });
    const [first, second] = [await stage.runOut(early.key.caseId), await stage.runOut(late.key.caseId)];
    expect(second.map(({ on }) => on)).toEqual(first.map(({ on }) => on));
  });

  it('of SFI are days until received and 30 to 90 days until begun', async () => {
    const stage = await kommunStage();
    const { caseId } = await handedOver(stage.client, 'sfi');
    const [received, started] = await stage.runOut(caseId);
    expect(received).toMatchObject({ outcome: 'received' });
    const fields = { course: expect.stringMatching(/^sfi [ABC]$/) };
    expect(started).toMatchObject({ outcome: 'started', fields });
    const days = (Date.parse(String(started?.on)) - Date.parse('2027-01-13')) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(30);
    expect(days).toBeLessThanOrEqual(92);
  });
});

describe('a decision on folkbokföring', () => {
  it('names the day it was made and the later day it was served, both working days, and is sent that day', async () => {
    const stage = await skatteverketStage();
    const caseIds: string[] = [];
    for (let person = 0; person < 20; person += 1) {
      caseIds.push((await handedOver(stage.client, 'personnummer')).caseId);
    }
    for (;;) {
      const { nextDue } = await stage.control('due');
      if (typeof nextDue !== 'string') break;
      await stage.advance(nextDue);
      const decision = decisionIn(stage.receiver.received.at(-1)?.body);
      expect(decision.delgivenDatum).toBe(dayOf(nextDue));
      expect(decision.beslutsdatum < decision.delgivenDatum).toBe(true);
      expect([weekday(decision.beslutsdatum), weekday(decision.delgivenDatum)]).not.toContain(0);
      expect([weekday(decision.beslutsdatum), weekday(decision.delgivenDatum)]).not.toContain(6);
      expect(decision).toMatchObject({ folkbokfordFran: '2027-01-13', kommunkod: '0484' });
    }
    expect(stage.receiver.received).toHaveLength(caseIds.length);
  });

  it('comes within four weeks of a demand for it', async () => {
    const stage = await skatteverketStage();
    await stage.control('behaviour', { leadDays: 300 });
    const key = await handedOver(stage.client, 'personnummer');
    const demanded = Instant.parse('2027-07-14T08:00:00.000Z');
    await expect(stage.client.sendErrand('demand', key, 1, demanded)).resolves.toMatchObject({
      on: '2027-07-14',
    });
    const [body] = await stage.runOut(key.caseId);
    expect(decisionIn(body).beslutsdatum > '2027-07-14').toBe(true);
    expect(decisionIn(body).beslutsdatum <= '2027-08-11').toBe(true);
  });

  it('is not hastened by a demand that was refused', async () => {
    const stage = await skatteverketStage();
    await stage.control('behaviour', { leadDays: 300, refuseDemand: true });
    const key = await handedOver(stage.client, 'personnummer');
    const demanded = Instant.parse('2027-07-14T08:00:00.000Z');
    const receipt = await stage.client.sendErrand('demand', key, 1, demanded);
    expect(receipt.answer).toMatchObject({ status: 'BEGARAN_AVSLAGEN' });
    const [body] = await stage.runOut(key.caseId);
    expect(decisionIn(body).beslutsdatum > '2027-11-01').toBe(true);
  });
});

describe('demonstration speed', () => {
  it('makes a day of lead time last so many milliseconds and dates the answer on the day it is sent', async () => {
    const stage = await kommunStage({ demoSpeedMs: 1_000 });
    const { caseId } = await handedOver(stage.client, 'sfi');
    const before = await stage.advance(new Date().toISOString());
    expect(before).toMatchObject({ delivered: 0, failed: 0 });
    const soon = new Date(Date.now() + 91_000).toISOString();
    expect(await stage.advance(soon)).toEqual({ delivered: 2, failed: 0, nextDue: null });
    const today = dayOf(soon);
    expect(stage.receiver.received.map(({ body }) => body.on)).toEqual([today, today]);
    expect(caseId).toBeDefined();
  });

  it('leaves out the cases that a walk holds', async () => {
    const stage = await kommunStage({ demoSpeedMs: 1 });
    const { caseId } = await handedOver(stage.client, 'sfi');
    await stage.control('hold', { caseIds: [caseId], seed: 1 });
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect(await stage.advance(soon)).toEqual({ delivered: 0, failed: 0, nextDue: null });
    await stage.control('release', { caseIds: [caseId] });
    expect(await stage.advance(soon)).toEqual({ delivered: 2, failed: 0, nextDue: null });
  });
});
