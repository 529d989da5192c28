/** What VS Code makes of each language feature, through its own commands. */
import * as vscode from 'vscode';
import { equal, find, ok, open, until, writeFile } from './support.ts';

/** Today is 2025-07-28 in the workspace (see its settings). */
const PLAN = `# Plan

## Now

- [ ] TASK-1: Move the 🦀 server - Owner: @mina - Due: 2025-07-31
- [ ] Write the guide - Owner: @ - Depends on: TASK-1
- [x] Choose a name - Owner: @mina

See [the other plan](ROADMAP.md).
`;

describe('language features, in the editor', () => {
  let document: vscode.TextDocument;

  /** Asks VS Code until it is what was waited for: the server may still be at work. */
  const ask = <T>(command: string, isIt: (answer: T & {}) => boolean, ...args: unknown[]): Promise<T & {}> =>
    until(command, () => vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...args), isIt);
  const whole = (): vscode.Range => document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));

  before(async () => {
    await writeFile('TODO.md', PLAN);
    document = await open('TODO.md');
    // It may still be known as an earlier test has left it.
    await until('the text', () => document.getText() === PLAN);
  });

  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('completes owners', async () => {
    const { end } = find(document, 'Owner: @ ');
    const at = end.translate(0, -1);
    const labelOf = ({ label }: vscode.CompletionItem): string =>
      typeof label === 'string' ? label : label.label;
    await ask<vscode.CompletionList>(
      'executeCompletionItemProvider',
      ({ items }) => items.some((item) => labelOf(item) === '@mina'),
      at,
    );
  });

  it('leads from a dependency to its item', async () => {
    const { start } = find(document, 'TASK-1\n');
    const [place] = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'executeDefinitionProvider',
      (all) => all.length > 0,
      start,
    );
    ok(place, 'no place');
    const range = 'targetRange' in place ? (place.targetSelectionRange ?? place.targetRange) : place.range;
    equal(range.start.line, find(document, 'TASK-1: Move').start.line);
  });

  it('folds sections', async () => {
    const line = find(document, '## Now').start.line;
    await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', (all) =>
      all.some(({ start }) => start === line),
    );
  });

  it('hints how far off a due date is', async () => {
    const settings = vscode.workspace.getConfiguration('roadmap.inlayHints');
    await settings.update('due', 'near', vscode.ConfigurationTarget.Workspace);
    const hints = await ask<vscode.InlayHint[]>('executeInlayHintProvider', (all) => all.length > 0, whole());
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    ok(
      labels.some((label) => label.includes('3 days')),
      labels.join(' | '),
    );
    await settings.update('due', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('colours owners and dates', async () => {
    const legend = await ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend', () => true);
    const { data } = await ask<vscode.SemanticTokens>(
      'provideDocumentSemanticTokens',
      (tokens) => tokens.data.length > 0,
    );
    const types = Array.from(
      { length: data.length / 5 },
      (_, index) => legend.tokenTypes[data[5 * index + 3]!],
    );
    for (const type of ['roadmapOwner', 'roadmapDue']) ok(types.includes(type), types.join(' '));
  });

  it('links to other files', async () => {
    const range = find(document, 'ROADMAP.md');
    await ask<vscode.DocumentLink[]>(
      'executeLinkProvider',
      (all) => all.some((link) => link.range.isEqual(range) && link.target?.path.endsWith('/ROADMAP.md')),
      100,
    );
  });

  it('renames an owner in all places, and nothing else', async () => {
    const { start } = find(document, '@mina - Due');
    const edit = await ask<vscode.WorkspaceEdit>(
      'executeDocumentRenameProvider',
      (one) => one.get(document.uri).length === 2,
      start.translate(0, 1),
      '@zoë',
    );
    const own = new vscode.WorkspaceEdit();
    own.set(document.uri, edit.get(document.uri));
    ok(await vscode.workspace.applyEdit(own), 'refused');
    equal(document.getText(), PLAN.replaceAll('@mina', '@zoë'));
  });
});
