// Compiles the sources if they changed, so that the next command runs the files as they are.
import { compile } from './build.mjs';

if (!compile((line) => process.stderr.write(`${line}\n`))) process.exitCode = 1;
