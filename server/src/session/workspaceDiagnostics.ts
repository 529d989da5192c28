import {
  DocumentDiagnosticReportKind,
  Emitter,
  type CancellationToken,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import { askedBy } from '../rules/index.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { giveWay, PATIENCE } from '../workspace/pacedReading.ts';
import type { Session } from './context.ts';
import { checkContext, locating } from './diagnostics.ts';

/** What was said of a file, and what that depends on. */
interface Told {
  readonly id: string;
  /** How often the file had changed by then, and the settings or the day. */
  readonly changes: string;
  /** What was asked of other files, and in which revision of what they say. */
  readonly asked: ReadonlySet<string>;
  revision: number;
}

/**
 * Findings of the whole workspace. A client asks again as soon as it is answered, for ever: so where it takes results in
 * parts, it gets each as it comes and no answer, until it cancels. Others are answered at once.
 */
export function serveWorkspaceDiagnostics(session: Session): void {
  const findings = new WorkspaceFindings(session);
  session.connection.languages.diagnostics.onWorkspace(async (params, token, _workDone, results) => {
    const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    if (!results) return { items: await findings.since(known, token, { all: true }) };
    while (!token.isCancellationRequested) {
      const changed = findings.changed(token);
      const items = await findings.since(known, token, { all: false });
      if (items.length > 0) results.report({ items });
      await changed;
    }
    return { items: [] };
  });
}

class WorkspaceFindings {
  readonly #session: Session;
  readonly #told = new Map<string, Told>();
  /** How often each file has changed, and the settings or the day. */
  readonly #changes = new Map<string, number>();
  #epoch = 0;
  #ids = 0;
  readonly #changed = new Emitter<void>();

  constructor(session: Session) {
    this.#session = session;
    session.workspace.onDidChange((uris) => {
      for (const uri of uris) this.#changes.set(uri, (this.#changes.get(uri) ?? 0) + 1);
    });
    session.onDidSettle(() => void this.#changed.fire(undefined));
    session.onDidRefresh(() => {
      this.#epoch++;
      this.#changed.fire(undefined);
    });
  }

  /** Until something has changed, or nobody waits any more. */
  changed(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        changed.dispose();
        cancelled.dispose();
        resolve();
      };
      const changed = this.#changed.event(done);
      const cancelled = token.onCancellationRequested(done);
    });
  }

  /**
   * What is to be said since the client was told what it knows, which is brought up to date.
   * @param all - whether it is told of what is as it was, too
   */
  async since(
    known: Map<string, string>,
    token: CancellationToken,
    { all }: { readonly all: boolean },
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { workspace } = this.#session;
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    const gone = new Set(known.keys());
    let since = performance.now();
    const isOn = this.#session.settings().diagnostics?.scope !== 'openFiles';
    for (const uri of isOn ? await workspace.uris() : []) {
      if (token.isCancellationRequested) return reports;
      if (!workspace.isRoadmap(uri)) continue;
      gone.delete(uri);
      const report = await this.#report(uri, known.get(uri));
      if (!report) continue;
      if (all || report.kind === DocumentDiagnosticReportKind.Full) reports.push(report);
      if (report.resultId !== undefined) known.set(uri, report.resultId);
      if (performance.now() - since <= PATIENCE) continue;
      await giveWay();
      since = performance.now();
    }
    for (const uri of gone) {
      known.delete(uri);
      this.#told.delete(uri);
      reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
    return reports;
  }

  async #report(
    uri: string,
    previous: string | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const { workspace, configurations, links, documents } = this.#session;
    const version = documents.get(uri)?.version ?? null;
    const told = this.#told.get(uri);
    if (told && told.id === previous && this.#holds(uri, told))
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: told.id };
    const changes = this.#changesOf(uri);
    const before = await workspace.latest(uri);
    await configurations.prepare(uri, before?.roadmap.configuration);
    const document: RoadmapDocument | undefined = await workspace.latest(uri);
    if (!document) return undefined;
    const context = checkContext(this.#session, document);
    const items = diagnostics(document, context, locating(this.#session)).all;
    const id = `${++this.#ids}`;
    const { revision } = links.facts;
    this.#told.set(uri, { id, changes, asked: askedBy(document.roadmap, context.workspace), revision });
    return { kind: DocumentDiagnosticReportKind.Full, uri, version: document.version, resultId: id, items };
  }

  #holds(uri: string, told: Told): boolean {
    const { facts } = this.#session.links;
    if (told.changes !== this.#changesOf(uri) || facts.hasChanged(told.asked, told.revision)) return false;
    told.revision = facts.revision;
    return true;
  }

  #changesOf(uri: string): string {
    return `${this.#changes.get(uri) ?? 0} ${this.#epoch}`;
  }
}
