import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-languageserver';
import { LocalReader, type Reader, type Reading } from '../workspace/reading.ts';

/** With more, memory grows faster than reading does. */
const MOST_WORKERS = 4;
/** What must be waiting, in bytes, to be worth a thread, which takes a fifth of a second to be of use. */
const WORTH_A_THREAD = 64 * 1024;
/** Threads without work end after this long, in ms, and give their memory back. */
const IDLE = 2000;

/** What a worker is sent, and what it answers. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
}
export type ReadingAnswer = { readonly reading: Reading | undefined } | { readonly error: string };
/** What a worker says first: from now on it can be sent tasks. */
export const READY = 'ready';

interface Task {
  readonly bytes: Uint8Array;
  readonly token: CancellationToken;
  readonly resolve: (reading: Reading | undefined) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | undefined;
  isReady: boolean;
}

/**
 * Reads in threads where much is to be read, in this one where it is little. A thread that dies costs the one file that it
 * was at.
 */
export class ReadingPool implements Reader {
  readonly #script: string | URL;
  readonly #local = new LocalReader();
  readonly #queue: Task[] = [];
  readonly #threads = new Set<Thread>();
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;
  #isScheduled = false;
  #isDisposed = false;
  /** Not where a thread has ended before it could do anything. */
  #canThread = true;

  /** @param script - the worker's, see `readingWorker.ts`. */
  constructor(script: string | URL) {
    this.#script = script;
  }

  read(bytes: Uint8Array, token: CancellationToken): Promise<Reading | undefined> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ bytes, token, resolve, reject });
      this.#waiting += bytes.length;
      this.#schedule();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#idle);
    this.#local.dispose();
    for (const { resolve } of this.#queue.splice(0)) resolve(undefined);
    for (const { worker } of this.#threads) void worker.terminate();
  }

  /** Not at once: only once all that is asked for together is there does it show how much it is. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#distribute();
    });
  }

  #distribute(): void {
    for (const thread of this.#threads) if (thread.isReady && !thread.task) this.#give(thread);
    const most = Math.min(MOST_WORKERS, availableParallelism());
    while (
      this.#canThread &&
      this.#waiting > WORTH_A_THREAD * (this.#threads.size + 1) &&
      this.#threads.size < most
    )
      this.#start();
    // With threads at work, what waits is theirs.
    if (this.#threads.size > 0) return;
    for (let task = this.#next(); task; task = this.#next())
      this.#local.read(task.bytes, task.token).then(task.resolve, task.reject);
  }

  #next(): Task | undefined {
    for (let task = this.#queue.shift(); task; task = this.#queue.shift()) {
      this.#waiting -= task.bytes.length;
      if (!task.token.isCancellationRequested) return task;
      task.resolve(undefined);
    }
    return undefined;
  }

  #give(thread: Thread): void {
    thread.task = this.#next();
    clearTimeout(this.#idle);
    if (thread.task) thread.worker.postMessage({ bytes: thread.task.bytes } satisfies ReadingTask);
    else if ([...this.#threads].every(({ task }) => !task)) {
      this.#idle = setTimeout(() => {
        for (const { worker } of this.#threads) void worker.terminate();
        this.#threads.clear();
      }, IDLE);
      this.#idle.unref();
    }
  }

  #start(): void {
    const worker = new Worker(this.#script);
    const thread: Thread = { worker, task: undefined, isReady: false };
    this.#threads.add(thread);
    // The server may end without waiting for it.
    worker.unref();
    worker.on('message', (answer: ReadingAnswer | typeof READY) => {
      const { task } = thread;
      thread.isReady = true;
      this.#give(thread);
      if (answer === READY) return;
      if ('error' in answer) task?.reject(new Error(answer.error));
      else task?.resolve(answer.reading);
    });
    worker.on('error', (error) => this.#lose(thread, error));
    worker.on('exit', () => this.#lose(thread, new Error('the thread has ended')));
  }

  #lose(thread: Thread, error: unknown): void {
    if (!this.#threads.delete(thread)) return;
    thread.task?.reject(error instanceof Error ? error : new Error(String(error)));
    // A script that can't be started at all would cost every file.
    if (!thread.isReady) this.#canThread = false;
    if (!this.#isDisposed && this.#queue.length > 0) this.#schedule();
  }
}
