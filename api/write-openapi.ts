import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../platform/root';
import { openApiDocument } from './openapi';
import { ENDPOINTS } from './routes/all';

/** `npm run openapi`: writes `openapi.json`, which is committed and checked against the code. */
const file = path.join(repositoryRoot(), 'openapi.json');
writeFileSync(file, `${JSON.stringify(openApiDocument(ENDPOINTS), null, 2)}\n`);
process.stdout.write(`${file}\n`);
