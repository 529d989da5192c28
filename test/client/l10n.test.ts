import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

/** The messages that a source file asks for: the first argument of every `t(…)`. */
function messagesOf(source: string): string[] {
  return [...source.matchAll(/(?<![\w$])t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, message]) => message ?? '');
}

function readJson(file: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Record<string, string>;
}

describe('localisation', () => {
  it('lists every message of the client, and no other', () => {
    const sources = path.join(ROOT, 'client/src');
    const messages = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => messagesOf(readFileSync(path.join(sources, file), 'utf8')));
    const listed = readJson('client/l10n/bundle.l10n.json');
    assert.deepEqual(Object.keys(listed), [...new Set(messages)].sort());
    for (const [message, english] of Object.entries(listed)) assert.equal(english, message);
  });

  it('has every text of the manifest, and no other', () => {
    const manifest = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(Object.keys(readJson('package.nls.json')).sort(), [...new Set(used)].sort());
  });
});
