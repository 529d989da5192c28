// @ts-check
// Writes docs/notations.md anew, from the tables that the reader uses: npm run docs
import fs from 'node:fs';
import path from 'node:path';
import { notationsPage } from './docs/notations.mjs';
import { root } from './paths.mjs';

fs.writeFileSync(path.join(root, 'docs/notations.md'), notationsPage());
