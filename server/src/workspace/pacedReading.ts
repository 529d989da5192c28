import type { CancellationToken } from 'vscode-languageserver';

/** How long, in ms, reading may keep everything else waiting: a key stroke in between must not be felt. */
export const PATIENCE = 20;

/** Says why something isn't waited for any more. */
export class NotRead extends Error {
  /** A newer version of the document is there, or it was closed; else nobody wants to know any more. */
  readonly isSuperseded: boolean;

  constructor(isSuperseded: boolean) {
    super(isSuperseded ? 'The document has changed meanwhile.' : 'Nobody waits for it any more.');
    this.isSuperseded = isSuperseded;
  }
}

/** Lets others have their turn. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Reads step by step, and lets others have their turn in between. */
export class PacedReading<T> {
  #steps: Generator<unknown, T> | undefined;
  readonly #done: (result: T | undefined) => void;
  readonly #waiting = new Map<() => void, (reason: NotRead) => void>();

  /** @param done is told the result; nothing where reading has failed. */
  constructor(steps: Generator<unknown, T>, done: (result: T | undefined) => void) {
    this.#steps = steps;
    this.#done = done;
    void this.#run();
  }

  async #run(): Promise<void> {
    // The first step too: so that whoever has begun it is there when it ends.
    await giveWay();
    for (let since = performance.now(); this.#step();) {
      if (performance.now() - since < PATIENCE) continue;
      await giveWay();
      since = performance.now();
    }
  }

  /** False where nothing is left to do. */
  #step(): boolean {
    if (!this.#steps) return false;
    let result: T | undefined;
    try {
      const step = this.#steps.next();
      if (!step.done) return true;
      result = step.value;
    } catch {
      // What reads the document at one go finds that out, too.
    }
    this.#steps = undefined;
    this.#done(result);
    for (const resolve of this.#waiting.keys()) resolve();
    this.#waiting.clear();
    return false;
  }

  /**
   * Until it is read.
   * @throws NotRead
   */
  wait(token?: CancellationToken): Promise<void> {
    // A token that was cancelled from the beginning tells nobody.
    if (token?.isCancellationRequested) return Promise.reject(new NotRead(false));
    return new Promise((resolve, reject: (reason: NotRead) => void) => {
      const cancelled = token?.onCancellationRequested(() => {
        this.#waiting.delete(resolve);
        cancelled?.dispose();
        reject(new NotRead(false));
      });
      this.#waiting.set(resolve, (reason) => {
        cancelled?.dispose();
        reject(reason);
      });
    });
  }

  /** Reads the rest at one go. */
  finish(): void {
    while (this.#step());
  }

  /** Lets down all who wait. */
  supersede(): void {
    for (const reject of this.#waiting.values()) reject(new NotRead(true));
    this.#waiting.clear();
  }

  drop(): void {
    this.#steps = undefined;
    this.supersede();
  }
}
