import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Workspace } from './workspace/workspace.ts';

/** An index that takes no longer than this, in ms, isn't worth a word: the word would outlast it. */
const NOTICEABLE = 700;

/** How often, in ms, the progress is told: editors draw no faster. */
const INTERVAL = 100;

/** Shows the client how far an index has come, and lets the user end it. */
export function showProgress(connection: Connection, workspace: Workspace): void {
  let started: number | undefined;
  let told = 0;
  let reporter: Promise<WorkDoneProgressServerReporter> | undefined;

  workspace.onDidProgress((report) => {
    const now = performance.now();
    if (!report) {
      void reporter?.then((shown) => shown.done());
      [started, reporter] = [undefined, undefined];
      return;
    }
    started ??= now;
    if (now - started < NOTICEABLE || now - told < INTERVAL) return;
    told = now;
    const { done, total } = report;
    const percentage = Math.floor((100 * done) / total);
    const message = `${done} of ${total} files`;
    if (reporter) void reporter.then((shown) => shown.report(percentage, message));
    else reporter = begin(percentage, message);
  });

  async function begin(percentage: number, message: string): Promise<WorkDoneProgressServerReporter> {
    const shown = await connection.window.createWorkDoneProgress();
    shown.begin('Reading roadmaps', percentage, message, true);
    shown.token.onCancellationRequested(() => workspace.cancelIndex());
    return shown;
  }
}
