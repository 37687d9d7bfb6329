import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Caller } from '../auth/caller';

/** One line for each request: route, status, time, and in what role. No address, body, token or name: they may tell of a person. */
export function logRequests(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const began = process.hrtime.bigint();
    res.on('finish', () => {
      const { role, agency } = (res.locals.caller ?? {}) as Partial<Caller>;
      const route = (req.route as { path?: string } | undefined)?.path ?? 'unknown';
      const milliseconds = Number((process.hrtime.bigint() - began) / 1_000_000n);
      logger.info(
        { method: req.method, route, status: res.statusCode, milliseconds, role, agency },
        'request',
      );
    });
    next();
  };
}
