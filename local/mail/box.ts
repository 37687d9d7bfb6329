import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';

/** A mail that was caught, as it reads. */
export type CaughtMail = {
  readonly id: string;
  readonly messageId: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** How many mails are kept; the oldest are removed. */
const KEPT = 200;

/** The mails in a folder, each as it was received, in a file of its own. */
export type MailBox = {
  /** Keeps a mail, whole or not at all. */
  keep(raw: Buffer): void;
  /** The mails, the newest first. */
  read(): Promise<CaughtMail[]>;
};

/** Opens the box in a folder, which is made where there is none. */
export function openBox(folder: string): MailBox {
  mkdirSync(folder, { recursive: true });
  const names = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return {
    keep(raw) {
      const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID()}.eml`;
      const unfinished = path.join(folder, `${name}.part`);
      writeFileSync(unfinished, raw);
      renameSync(unfinished, path.join(folder, name));
      for (const old of names().sort().slice(0, -KEPT)) rmSync(path.join(folder, old), { force: true });
    },
    async read() {
      return Promise.all(
        names()
          .sort()
          .reverse()
          .map(async (name) => parse(name.slice(0, -'.eml'.length), readFileSync(path.join(folder, name)))),
      );
    },
  };
}

async function parse(id: string, raw: Buffer): Promise<CaughtMail> {
  const { messageId, from, to, subject, text } = await simpleParser(raw);
  const receivers = to === undefined ? [] : [to].flat();
  return {
    id,
    messageId: messageId ?? null,
    from: from?.text ?? '',
    to: receivers.map((each) => each.text).join(', '),
    subject: subject ?? '',
    text: text ?? '',
  };
}
