// @ts-check
// Writes what is generated of the documentation, from the tables that the product itself uses: npm run docs
import fs from 'node:fs';
import path from 'node:path';
import { notationsPage } from './docs/notations.mjs';
import { queriesPage } from './docs/queries.mjs';
import { root } from './paths.mjs';

fs.writeFileSync(path.join(root, 'docs/notations.md'), notationsPage());
fs.writeFileSync(path.join(root, 'docs/queries.md'), queriesPage());
