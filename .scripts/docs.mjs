// @ts-check
// Writes anew what is made from tables and catalogues: pages of docs/, settings, the schema of configuration files.
//   npm run docs
import fs from 'node:fs';
import path from 'node:path';
import { writtenFiles } from './docs/written.mjs';
import { root } from './paths.mjs';

for (const [file, text] of writtenFiles()) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}
