#!/usr/bin/env node
// The command `npx etablering`: what `npm start` or `npm run build` has compiled. Node built-ins only.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/cli/main.js', import.meta.url);

if (existsSync(fileURLToPath(main))) {
  await import(main);
} else {
  process.stderr.write('etablering is not compiled yet: run `npm run build` in the repository first\n');
  process.exitCode = 2;
}
