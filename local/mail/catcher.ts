import { createServer, type ServerResponse } from 'node:http';
import type { Server } from 'node:net';
import type { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { type CaughtMail, type MailBox, openBox } from './box';

export type CatcherOptions = { readonly folder: string; readonly smtpPort: number; readonly uiPort: number };

const THIS_MACHINE = '127.0.0.1';
const LARGEST_MAIL = 1024 * 1024;

/**
 * Receives every mail that is sent to one port of this machine, forwards none of them, and shows them on another: as a
 * page at `/`, as JSON at `/mails`. Rejects when a port is taken.
 */
export async function startCatcher({
  folder,
  smtpPort,
  uiPort,
}: CatcherOptions): Promise<{ stop: () => Promise<void> }> {
  const box = openBox(folder);
  const smtp = smtpServer(box);
  // A sender that breaks off the connection must not end this process.
  smtp.on('error', (error) => process.stderr.write(`${error.message}\n`));
  const pages = createServer((request, response) => {
    response.shouldKeepAlive = false;
    answer(box, request.url ?? '/', response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      response.writeHead(500).end();
    });
  });
  await listen(smtp.server, smtpPort);
  await listen(pages, uiPort);
  return {
    async stop() {
      pages.closeAllConnections();
      await new Promise<void>((resolve) => pages.close(() => resolve()));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}

function smtpServer(box: MailBox): SMTPServer {
  const keep = callbackify(async (stream: Readable) => {
    const raw = await bytesOf(stream);
    if (raw.length > LARGEST_MAIL) throw new Error('the mail is too large');
    box.keep(raw);
  });
  return new SMTPServer({
    // Mails come from this machine only: no authentication, no encryption.
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MAIL,
    onData: (stream, _session, done) => keep(stream, done),
  });
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function answer(box: MailBox, url: string, response: ServerResponse): Promise<void> {
  const mails = url === '/' || url === '/mails' ? await box.read() : undefined;
  if (!mails) response.writeHead(404).end();
  else if (url === '/mails') send(response, 'application/json', JSON.stringify({ items: mails }));
  else send(response, 'text/html', mailPage(mails));
}

/** The mails as one page of HTML. */
function mailPage(mails: readonly CaughtMail[]): string {
  const shown = mails.map(
    ({ from, to, subject, text }) =>
      `<article><h2>${escape(subject)}</h2><p>${escape(from)} → ${escape(to)}</p><pre>${escape(text)}</pre></article>`,
  );
  return `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<title>Mails caught here</title>
<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}</style>
<h1>Mails caught here</h1>
<p>None of them has been sent on. As JSON: <a href="/mails">/mails</a></p>
${shown.join('\n') || '<p>There are none.</p>'}
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
  });
  response.end(body);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, THIS_MACHINE, resolve);
  });
}
