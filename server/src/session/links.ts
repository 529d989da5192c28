import { isOutdated } from '../rules/index.ts';
import { WorkspaceFacts } from '../rules/workspaceFacts.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What roadmaps say of each other, kept up with the workspace. */
export class WorkspaceLinks {
  readonly #facts = new WorkspaceFacts();
  readonly #workspace: Workspace;
  readonly #stale = new Set<string>();
  #isIndexed = false;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.onDidProgress((progress) => {
      this.#isIndexed = progress === undefined;
    });
    workspace.onDidChange((uris) => {
      for (const uri of uris) this.#stale.add(uri);
    });
  }

  /**
   * As of now. A document that takes long to read isn't waited for: until it is read, the facts aren't complete, and it says
   * what it said before.
   */
  get facts(): WorkspaceFacts {
    for (const uri of this.#stale) {
      if (this.#workspace.isBeingRead(uri)) continue;
      this.#facts.set(uri, this.#workspace.links(uri));
      this.#stale.delete(uri);
    }
    this.#facts.isComplete = this.#isIndexed && this.#stale.size === 0;
    return this.#facts;
  }

  /** Which of these documents have something else to be said of them, as others have changed. */
  async outdated(uris: readonly string[]): Promise<string[]> {
    for (const uri of this.#stale) await this.#workspace.latest(uri);
    const found: string[] = [];
    for (const uri of uris) {
      const document = this.#workspace.isRoadmap(uri) ? await this.#workspace.latest(uri) : undefined;
      if (document && isOutdated(document.roadmap, { facts: this.facts, uri })) found.push(uri);
    }
    return found;
  }
}
