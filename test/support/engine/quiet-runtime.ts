import { DefaultLogger, Runtime } from '@temporalio/worker';

// Tests break things on purpose: only what the SDK calls an error is worth a line.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
});
