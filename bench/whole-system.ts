import { fork } from 'node:child_process';
import { inheritedVariables } from '../platform/config/env';
import { freePorts } from '../local/servers/ports';
import { readRunning, type Running } from '../local/running';
import { compiled } from '../platform/root';

/** The whole system on ports and in a folder of its own, as `npm start -- --no-demo` runs it; `variables` are further settings. */
export async function startSystem(
  dataDir: string,
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly running: Running; readonly stop: () => Promise<void> }> {
  const [api, postgres, temporal, ui, oidc, mailIn, mailUi, agencies] = await freePorts(16);
  const child = fork(compiled('local/start.js'), ['--no-demo'], {
    env: {
      ...inheritedVariables(),
      API_PORT: String(api),
      POSTGRES_PORT: String(postgres),
      TEMPORAL_PORT: String(temporal),
      TEMPORAL_UI_PORT: String(ui),
      OIDC_PORT: String(oidc),
      MAIL_SMTP_PORT: String(mailIn),
      MAIL_UI_PORT: String(mailUi),
      AGENCIES_PORT: String(agencies),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...variables,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
  const running = readRunning(dataDir);
  if (!running) throw new Error('the system did not start');
  return {
    running,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
