import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import { Problem } from '../problem';

/** What a body may be that is read as it comes: its media types, each with what one line of it is, and its size. */
export type UploadRule = {
  readonly types: Readonly<Record<string, z.ZodType>>;
  readonly megabytes: number;
};

/** A body that nobody holds whole. */
export type Upload = {
  readonly type: string;
  /** The text, piece by piece, once. Throws 413 when it grows too long and 400 when it is not UTF-8 or breaks off. */
  readonly text: () => AsyncGenerator<string>;
  /** SHA-256 in hex of what has been read. */
  readonly hash: () => string;
};

const MEGABYTE = 1024 * 1024;

/** Lets a body pass that is of one of the types, in UTF-8, not compressed; anything else is 415. */
export function requireUpload({ types }: UploadRule): RequestHandler {
  const names = Object.keys(types);
  return (req, _res, next) => {
    const charset = /charset="?([\w-]+)/i.exec(req.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
    const encoding = req.headers['content-encoding'] ?? 'identity';
    if (req.is(names) && /^utf-?8$/i.test(charset) && encoding === 'identity') {
      next();
      return;
    }
    throw new Problem(
      'unsupported-media-type',
      `Send the body as ${names.join(' or ')} in UTF-8, not compressed.`,
    );
  };
}

/** The body of a request, still to be read. Throws 413 at once when it is said to be too long. */
export function openUpload(req: Request, { types, megabytes }: UploadRule): Upload {
  const limit = megabytes * MEGABYTE;
  const tooLarge = () => new Problem('too-large', `The file may hold at most ${megabytes} MB.`);
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const sha = createHash('sha256');

  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let read = 0;
    for await (const chunk of chunksOf(req)) {
      read += chunk.length;
      if (read > limit) throw tooLarge();
      sha.update(chunk);
      yield decode(decoder, chunk);
    }
    yield decode(decoder);
  }

  return { type: String(req.is(Object.keys(types))), text, hash: () => sha.copy().digest('hex') };
}

async function* chunksOf(req: Request): AsyncGenerator<Buffer> {
  try {
    // Not destroyed when reading ends early: the answer goes out over the same line.
    for await (const chunk of req.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch {
    // The line broke: whoever sent it is not there to read this.
    throw new Problem('invalid-request', 'The request ended before its body did.');
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new Problem('invalid-request', 'The file is not text in UTF-8.');
  }
}
