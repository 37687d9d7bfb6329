// Bundles the workflows if their sources changed; the tests run it, so that jest alone is enough after an edit.
import { bundleWorkflows } from './build.mjs';

await bundleWorkflows((line) => process.stderr.write(`${line}\n`));
