import * as vscode from 'vscode';
import {
  allLenses,
  diagnostics,
  equal,
  EXTENSION,
  find,
  fixes,
  lenses,
  ok,
  open,
  readFile,
  until,
  writeFile,
} from './support.ts';

/** Today is 2025-07-28 in the workspace (see its settings). */
const PLAN = `# Plan

## Now

- [ ] **Move the server** - *Due: 2025-07-25*
  - Owner: @mina
- [ ] **Write the guide** - *Due: 2025-07-31*
- [x] **Choose a name** - *Completed: 2025-07-18*
  - Owner: @jonas
`;

describe('the extension', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    await writeFile('TODO.md', PLAN);
    document = await open('TODO.md');
  });

  // Without a question about unsaved changes.
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('registers every command that it contributes', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    ok(extension, 'not installed');
    await extension.activate();
    const { commands } = extension.packageJSON.contributes as { commands: { command: string }[] };
    const registered = new Set(await vscode.commands.getCommands(true));
    equal(
      commands.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('reports what is past due and what has no owner', async () => {
    const found = await diagnostics(document, (all) => all.length === 2);
    equal(
      found.map(({ code, range }) => [(code as { value: string }).value, document.getText(range)]),
      [
        ['past-due', '2025-07-25'],
        ['missing-owner', '**Write the guide**'],
      ],
    );
    for (const { source, code } of found) {
      equal(source, 'roadmap');
      ok((code as { target?: vscode.Uri }).target?.path, 'no link to the explanation of the rule');
    }
  });

  it('reports at once what an edit brings and takes', async () => {
    await diagnostics(document, (all) => all.length === 2);
    await replace(document, '2025-07-25', '2025-08-25');
    await diagnostics(document, (all) => all.length === 1);
    await replace(document, '2025-07-31', '2025-02-30');
    await diagnostics(document, (all) =>
      all.some(({ code }) => (code as { value: string }).value === 'invalid-date'),
    );
  });

  it('shows lenses over items and sections', async () => {
    const titles = (await lenses(document)).map(({ command }) => command?.title);
    ok(
      titles.some((title) => title?.startsWith('☐')),
      `no lens of an open item in ${titles.join(' | ')}`,
    );
    ok(
      titles.some((title) => title?.startsWith('☑')),
      `no lens of a done item in ${titles.join(' | ')}`,
    );
    ok(titles.includes('3 days overdue'), `not what is overdue in ${titles.join(' | ')}`);
    ok(titles.includes('3 days left'), `not what is left in ${titles.join(' | ')}`);
    ok(titles.includes('1 of 3 done, 1 overdue'), `no section in ${titles.join(' | ')}`);
  });

  it('toggles an item by its lens, and back to the same text', async () => {
    await clickStatusLens(document, 'Write the guide');
    await until('the box to be ticked', () => document.getText().includes('[x] **Write the guide**'));
    ok(document.isDirty, 'saved without being asked');
    await clickStatusLens(document, 'Write the guide');
    await until('the text as it was', () => document.getText() === PLAN);
  });

  it('toggles the item at the cursor', async () => {
    const editor = vscode.window.activeTextEditor;
    ok(editor, 'no editor');
    const { start } = find(document, 'guide');
    editor.selection = new vscode.Selection(start, start);
    await until('the box to be ticked', async () => {
      if (document.getText() === PLAN) await vscode.commands.executeCommand('roadmap.toggleItem');
      return document.getText().includes('[x] **Write the guide**');
    });
  });

  it('shows sections and items in the outline', async () => {
    const names = (symbols: readonly vscode.DocumentSymbol[]): unknown[] =>
      symbols.map(({ name, children }) => [name, ...names(children)]);
    const symbols = await until(
      'an outline with items',
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (all) => JSON.stringify(names(all)).includes('Move the server'),
    );
    // VS Code's own markdown extension tells of the headings as well, where it is there.
    ok(
      JSON.stringify(names(symbols)).includes(
        '["Plan",["Now",["Move the server"],["Write the guide"],["Choose a name"]]]',
      ),
      JSON.stringify(names(symbols)),
    );
  });

  it('explains a due date on hover', async () => {
    const { start } = find(document, '2025-07-25');
    const hovers = await until(
      'a hover',
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, start),
      (all) => all.length > 0,
    );
    const text = hovers
      .flatMap(({ contents }) =>
        contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : '')),
      )
      .join('\n');
    ok(text.includes('3 days overdue'), text);
  });

  it('has fixes that make their findings go away', async () => {
    for (const [text, title] of [
      ['Write the guide', /^Assign to @mina$/],
      ['2025-07-25', /^Move due date to /],
      ['2025-07-25', /^Mark as done$/],
    ] as const) {
      const before = await diagnostics(document, (all) => all.length === 2);
      const fix = (await fixes(document, text)).find((action) => title.test(action.title));
      ok(fix?.edit, `no ${title} for ${text}`);
      await vscode.workspace.applyEdit(fix.edit);
      await diagnostics(document, (all) => all.length === before.length - 1);
      await vscode.commands.executeCommand('undo');
      await until('the text as it was', () => document.getText() === PLAN);
    }
  });

  it('keeps line endings and a byte order mark', async () => {
    const text = `\uFEFF${PLAN.replaceAll('\n', '\r\n')}`;
    const uri = await writeFile('CRLF_TODO.md', text);
    const crlf = await open('CRLF_TODO.md');
    await clickStatusLens(crlf, 'Write the guide');
    await until('the box to be ticked', () => crlf.getText().includes('[x] **Write the guide**'));
    await crlf.save();
    // Its document notes when things were completed.
    equal(
      await readFile(uri),
      text
        .replace('[ ] **Write', '[x] **Write')
        .replace('*Due: 2025-07-31*', '*Due: 2025-07-31* - *Completed: 2025-07-28*'),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('leaves other markdown alone', async () => {
    await diagnostics(document, (all) => all.length === 2);
    const readme = await open('README.md');
    equal(await allLenses(readme), []);
    equal(vscode.languages.getDiagnostics(readme.uri), []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('comes back after its server was restarted', async () => {
    await lenses(document);
    await vscode.commands.executeCommand('roadmap.restartServer');
    await lenses(document);
    await diagnostics(document, (all) => all.length === 2);
  });

  describe('heeds the setting', () => {
    const set = (key: string, value: unknown) =>
      vscode.workspace.getConfiguration('roadmap').update(key, value, vscode.ConfigurationTarget.Workspace);

    it('roadmap.today', async () => {
      await diagnostics(document, (all) => all.length === 2);
      await set('today', '2025-08-01');
      await diagnostics(document, (all) => all.length === 3);
      await set('today', '2025-07-28');
      await diagnostics(document, (all) => all.length === 2);
    });

    it('roadmap.rules.missing-owner', async () => {
      await diagnostics(document, (all) => all.length === 2);
      await set('rules.missing-owner', 'off');
      await diagnostics(document, (all) => all.length === 1);
      await set('rules.missing-owner', undefined);
      await diagnostics(document, (all) => all.length === 2);
    });

    it('roadmap.codeLens.enabled', async () => {
      await lenses(document);
      await set('codeLens.enabled', false);
      await until('no lens', async () => (await allLenses(document)).length === 0);
      await set('codeLens.enabled', undefined);
      await lenses(document);
    });

    it('roadmap.files.exclude', async () => {
      await diagnostics(document, (all) => all.length === 2);
      await set('files.exclude', ['TODO.md']);
      await diagnostics(document, (all) => all.length === 0);
      await set('files.exclude', undefined);
      await diagnostics(document, (all) => all.length === 2);
    });
  });
});

/** Runs the command of the lens that toggles the item on the line of a text. */
async function clickStatusLens(document: vscode.TextDocument, text: string): Promise<void> {
  const { line } = find(document, text).start;
  const lens = await until('the lens', async () =>
    (await lenses(document)).find(
      ({ range, command }) => range.start.line === line && /^[☐☑]/.test(command?.title ?? ''),
    ),
  );
  ok(lens.command?.command === 'roadmap.toggleStatus', `the lens runs ${lens.command?.command}`);
  await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
}

async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, find(document, text), by);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}
