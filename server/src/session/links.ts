import { isOutdated } from '../rules/index.ts';
import { WorkspaceFacts } from '../rules/workspaceFacts.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What roadmaps say of each other, kept up with the workspace. */
export class WorkspaceLinks {
  readonly #facts = new WorkspaceFacts();
  readonly #workspace: Workspace;
  readonly #stale = new Set<string>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#facts.isComplete = false;
    workspace.onDidProgress((progress) => {
      this.#facts.isComplete = progress === undefined;
    });
    workspace.onDidChange((uris) => {
      for (const uri of uris) this.#stale.add(uri);
    });
  }

  /** As far as documents have been read; of one that is still to be read, what it said before. */
  get facts(): WorkspaceFacts {
    for (const uri of this.#stale) {
      const links = this.#workspace.links(uri);
      if (!links) continue;
      this.#facts.set(uri, links);
      this.#stale.delete(uri);
    }
    return this.#facts;
  }

  /** Reads open documents that are still to be read: what they say may be asked for. */
  async settle(): Promise<void> {
    for (const uri of [...this.#stale]) if (!this.#workspace.links(uri)) await this.#workspace.latest(uri);
  }

  /** Which of these documents have something else to be said of them, as others have changed. */
  async outdated(uris: readonly string[]): Promise<string[]> {
    await this.settle();
    const found: string[] = [];
    for (const uri of uris) {
      const document = this.#workspace.isRoadmap(uri) ? await this.#workspace.latest(uri) : undefined;
      if (document && isOutdated(document.roadmap, { facts: this.facts, uri })) found.push(uri);
    }
    return found;
  }
}
