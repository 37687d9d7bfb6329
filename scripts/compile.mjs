// Compiles the sources if they changed, so that what runs next is what stands in the files.
import { compile } from './build.mjs';

if (!compile((line) => process.stderr.write(`${line}\n`))) process.exitCode = 1;
