import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { IndexProgress, Workspace } from '../workspace/workspace.ts';

/** An index that takes no longer than this, in ms, isn't worth a word: the word would outlast it. */
const NOTICEABLE = 700;

/** How often, in ms, the progress is told: editors draw no faster. */
const INTERVAL = 100;

/** Shows the client how far an index has come, and lets the user end it. */
export function showProgress(connection: Connection, workspace: Workspace): void {
  let latest: IndexProgress | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** Of nothing, where the client refuses to show anything. */
  let reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  workspace.onDidProgress((progress) => {
    latest = progress;
    if (progress) timer ??= setTimeout(tell, NOTICEABLE);
    else {
      clearTimeout(timer);
      void reporter?.then((shown) => shown?.done());
      [timer, reporter] = [undefined, undefined];
    }
  });

  function tell(): void {
    if (!latest) return;
    const percentage = Math.floor((100 * latest.done) / latest.total);
    const message = `${latest.done} of ${latest.total} files`;
    if (reporter) void reporter.then((shown) => shown?.report(percentage, message));
    else reporter = begin(percentage, message).catch(() => undefined);
    timer = setTimeout(tell, INTERVAL);
  }

  async function begin(percentage: number, message: string): Promise<WorkDoneProgressServerReporter> {
    const shown = await connection.window.createWorkDoneProgress();
    shown.begin('Reading roadmaps', percentage, message, true);
    shown.token.onCancellationRequested(() => workspace.cancelIndex());
    return shown;
  }
}
