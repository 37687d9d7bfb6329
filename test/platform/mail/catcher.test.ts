import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { KommunCode, StepId } from '../../../domain/model/ids';
import type { Instant } from '../../../domain/model/plain-date';
import type { CaughtMail } from '../../../local/mail/box';
import { startCatcher } from '../../../local/mail/catcher';
import { freePorts } from '../../../local/servers/ports';
import type { SubscriptionEvent } from '../../../register/subscriptions/subscription';
import { mailSender, type SendMail } from '../../../worker/notifications/mail';

const EVENT: SubscriptionEvent = {
  subscriptionId: 'b0a7d1de-7a5f-4d3c-8a0e-0d7d3a2f1c11',
  name: 'Personnummer <Eskilstuna>',
  state: 'over',
  sequence: 1,
  cases: 24,
  condition: {
    kind: 'waiting',
    moreThan: 20,
    kommun: '0484' as KommunCode,
    step: 'personnummer' as StepId,
    longerThanDays: 30,
  },
  at: '2027-02-01T08:00:00.000Z' as Instant,
};

describe('a mail', () => {
  let folder: string;
  let smtpPort: number;
  let uiPort: number;
  let catcher: { stop: () => Promise<void> };
  let send: SendMail;
  const { signal } = new AbortController();
  const to = 'chef@etablering.example';

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'etablering-mail-'));
    [smtpPort = 0, uiPort = 0] = await freePorts(2);
    catcher = await startCatcher({ folder, smtpPort, uiPort });
    const from = 'Etablering <no-reply@etablering.example>';
    send = mailSender({ smtpUrl: `smtp://127.0.0.1:${smtpPort}`, from, baseUrl: 'https://api.example.se' });
  });
  afterAll(async () => {
    await catcher.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const mails = async () =>
    ((await (await fetch(`http://127.0.0.1:${uiPort}/mails`)).json()) as { items: CaughtMail[] }).items;

  it('goes by SMTP to the catcher and is read there, in Swedish and English, with counts', async () => {
    await send(to, EVENT, signal);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to,
      from: expect.stringContaining('no-reply@etablering.example'),
      subject: 'Personnummer <Eskilstuna>: 24 ärenden, fler än 20',
    });
    expect(mail?.text).toContain('kommun 0484, steg personnummer, i mer än 30 dagar');
    expect(mail?.text).toContain('24 cases, more than 20');
  });

  it('that is sent again has the same Message-ID; that of the next event another', async () => {
    await send(to, EVENT, signal);
    await send(to, { ...EVENT, sequence: 2, state: 'under', cases: 20 }, signal);
    const [last, again, first] = await mails();
    expect(again?.messageId).toBe(first?.messageId);
    expect(last?.messageId).not.toBe(first?.messageId);
    expect(last?.subject).toContain('inte längre fler än 20');
  });

  it('is shown on a page on which nothing of it is markup', async () => {
    const page = await (await fetch(`http://127.0.0.1:${uiPort}/`)).text();
    expect(page).toContain('Personnummer &lt;Eskilstuna>');
    expect((await fetch(`http://127.0.0.1:${uiPort}/other`)).status).toBe(404);
  });

  it('is still there after the catcher was stopped and started again', async () => {
    const before = await mails();
    await catcher.stop();
    catcher = await startCatcher({ folder, smtpPort, uiPort });
    expect(await mails()).toEqual(before);
  });

  it('that no server takes is not delivered, and says how', async () => {
    const [nobody = 0] = await freePorts(1);
    const away = mailSender({
      smtpUrl: `smtp://127.0.0.1:${nobody}`,
      from: 'a@b.example',
      baseUrl: 'https://a.se',
    });
    await expect(away(to, EVENT, signal)).rejects.toMatchObject({ name: 'NotSent', code: 'ESOCKET' });
  });
});
