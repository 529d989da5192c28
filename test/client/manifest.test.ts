import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../../server/src/workspace/globs.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/semanticTokensLegend.ts';
import { RULES } from '../../server/src/rules/index.ts';
import texts from '../../package.nls.json' with { type: 'json' };

const ROOT = path.join(import.meta.dirname, '../..');
const { commands, configuration, menus, keybindings } = manifest.contributes;

function textOf(reference: string): string {
  return (texts as Record<string, string>)[reference.replaceAll('%', '')] ?? '';
}

/** The commands that the client registers, as its sources name them. */
function registered(): string[] {
  const sources = path.join(ROOT, 'client/src');
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(path.join(sources, file), 'utf8').matchAll(
        /registerCommand\('(roadmap\.\w+)'|^ {4}'(roadmap\.\w+)': \(/gm,
      ),
    ])
    .map(([, direct, listed]) => direct ?? listed ?? '');
}

describe('manifest', () => {
  it('declares the commands that the client registers', () =>
    assert.deepEqual(registered().sort(), commands.map(({ command }) => command).sort()));

  it('has one category for all commands', () =>
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['%command.category%']));

  it('refers to no command that it does not declare', () => {
    const declared = commands.map(({ command }) => command);
    const used = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
    assert.deepEqual(
      used.filter((command) => !declared.includes(command)),
      [],
    );
  });

  it('has the globs that the server falls back to', () => {
    const files = configuration[0]?.properties as Record<string, { default: unknown }>;
    assert.deepEqual(files['roadmap.files.include']?.default, DEFAULT_INCLUDE);
    assert.deepEqual(files['roadmap.files.exclude']?.default, DEFAULT_EXCLUDE);
  });

  it('has the rules and severities of the server', () => {
    const rules = configuration[1]?.properties as Record<string, { default: unknown }>;
    assert.deepEqual(
      Object.entries(rules).map(([id, setting]) => [id, setting.default]),
      RULES.map((rule) => [`roadmap.rules.${rule.id}`, rule.defaultSeverity]),
    );
  });

  it('has the tokens of the server, each described and coloured', () => {
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
    assert.deepEqual(
      semanticTokenTypes.map(({ id }) => id),
      TOKEN_TYPES,
    );
    assert.deepEqual(
      semanticTokenModifiers.map(({ id }) => id),
      TOKEN_MODIFIERS,
    );
    for (const { description } of [...semanticTokenTypes, ...semanticTokenModifiers])
      assert.match(textOf(description), /\.$/u);
    const scopes = Object.keys(semanticTokenScopes[0]?.scopes ?? {});
    assert.deepEqual(
      TOKEN_TYPES.filter((type) => !scopes.includes(type)),
      [],
    );
  });

  for (const [id, setting] of configuration.flatMap(({ properties }) => Object.entries(properties)))
    describe(`setting ${id}`, () => {
      it('is described in sentences', () => assert.match(textOf(setting.markdownDescription), /\.$/));

      it('links to settings that exist', () => {
        const ids = configuration.flatMap(({ properties }) => Object.keys(properties));
        for (const [, link] of textOf(setting.markdownDescription).matchAll(/`#(roadmap\.[^#]+)#`/g))
          assert.ok(ids.includes(link ?? ''), link);
      });

      it('explains every choice', () => {
        if ('enum' in setting) assert.equal(setting.enumDescriptions.length, setting.enum.length);
      });
    });
});
