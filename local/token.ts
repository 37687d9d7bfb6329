import { loadConfig } from '../platform/config/config';
import { identityLines, identityNamed } from './identities';
import { readRunning } from './running';

/** Prints an access token of the demonstration identity that is named; without one, or an unknown one, lists them. */
async function main(): Promise<void> {
  const { dataDir, oidc } = loadConfig();
  const [name = ''] = process.argv.slice(2);
  if (!identityNamed(name)) {
    const complaint = name
      ? `No identity is called ${name}.`
      : 'Name an identity: npm run -s token -- <identity>';
    throw new Error([complaint, ...identityLines()].join('\n'));
  }
  if (!oidc.own) throw new Error(`Tokens come from ${oidc.issuer} (OIDC_ISSUER), not from the demonstration`);
  const running = readRunning(dataDir);
  if (!running) throw new Error(`Nothing runs on ${dataDir} (DATA_DIR): run \`npm start\` first`);
  process.stdout.write(`${await running.tokenOf(name)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
