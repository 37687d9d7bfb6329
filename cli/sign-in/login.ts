import type { Command } from 'commander';
import { type Cli, type CommonOptions, settingsWith, writeLine } from '../run';
import { readSession, writeSession } from './session-file';
import { claimsOf } from './tokens';

/** `etablering login` and `logout`: a sign-in by device code, kept until it runs out or is given up. */
export function addSignIn(program: Command, cli: Cli): void {
  const { out, err } = cli;
  const settingsOf = (command: Command) =>
    settingsWith(cli.settings, command.optsWithGlobals<CommonOptions>());
  program
    .command('login')
    .description('sign in by confirming a code in a browser on any device')
    .action(async (_options: object, command: Command) => {
      const settings = settingsOf(command);
      const { findIssuer, signInByDevice } = await import('./provider.js');
      const session = await signInByDevice(settings, await findIssuer(settings), (asked) => {
        writeLine(err, `Open ${asked.address}`);
        writeLine(
          err,
          `and confirm the code ${asked.code} within ${Math.floor(asked.seconds / 60)} minutes.`,
        );
      });
      writeSession(settings.folder, settings.url, session);
      const { sub, role, agency } = claimsOf(session.accessToken);
      const { json } = command.optsWithGlobals<CommonOptions>();
      const expiresAt = new Date(session.expiresAt).toISOString();
      const told = { url: settings.url, subject: sub, role, agency, expiresAt };
      const whose = [sub, role, agency].filter(Boolean).join(', ');
      writeLine(out, json ? JSON.stringify(told) : `Signed in to ${settings.url} as ${whose}.`);
    });
  program
    .command('logout')
    .description('give up the sign-in')
    .action(async (_options: object, command: Command) => {
      const { folder, url } = settingsOf(command);
      const session = readSession(folder, url);
      writeSession(folder, url, undefined);
      writeLine(out, session ? `Signed out of ${url}.` : `You were not signed in to ${url}.`);
      if (session) await (await import('./provider.js')).revoke(session);
    });
}
