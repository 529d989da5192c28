// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { notationsPage } from './notations.mjs';
import { queriesPage } from './queries.mjs';
import { rulePages } from './rules.mjs';
import { schemaFile, withRuleSettings, withRuleTexts } from './settings.mjs';

/** @param {string} file */
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

/**
 * What is written from tables and catalogues, by its path.
 * @returns {Map<string, string>}
 */
export function writtenFiles() {
  return new Map([
    ['docs/notations.md', notationsPage()],
    ['docs/queries.md', queriesPage()],
    ...[...rulePages()].map(([name, page]) => /** @type {const} */ ([`docs/rules/${name}`, page])),
    ['package.json', withRuleSettings(read('package.json'))],
    ['package.nls.json', withRuleTexts(read('package.nls.json'))],
    ['client/schemas/roadmaprc.schema.json', schemaFile()],
  ]);
}
