/** A language server as a process, spoken to over its pipes, and what it costs. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A message from the server, and when its last byte came (as in `performance.now()`). */
export interface Arrived<T> {
  readonly at: number;
  readonly bytes: number;
  /** What it says: read when asked for, so that it isn't the client's reading that is measured. */
  readonly body: () => T;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Answers a question of the server; what it gives is the result. */
export type Answerer = (params: never) => unknown;

/** The server has not answered in time: a result, not a failure of the benchmark. */
export class NoAnswer extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`no answer in ${seconds} s`);
    this.seconds = seconds;
  }
}

/** The server has ended, or says that it can't. */
export class ServerFailed extends Error {}

/** Larger answers aren't read before they are asked for: their id stands at one of their ends. */
const LARGE = 32_768;
const ID = /^\{"jsonrpc":"2\.0","id":(?<first>\d+),"result":|"id":(?<last>\d+)\}$/u;

interface Waiting {
  readonly take: (arrived: Arrived<unknown>) => void;
  readonly fail: (error: Error) => void;
}

export class ServerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  /** How long to wait for an answer, in s. */
  readonly patience: number;
  /** Resolves once the process has ended. */
  readonly ended: Promise<void>;
  readonly #answers: Readonly<Record<string, Answerer>>;
  readonly #asked = new Map<number, Waiting>();
  readonly #expected: (Waiting & { wants: (method: string, params: unknown) => boolean })[] = [];
  #next = 1;
  #chunks: Buffer[] = [];
  #held = 0;
  #stderr = '';
  #end: Error | undefined;

  /**
   * @param answers what to answer to the server's own questions, by method; `null` to all others
   */
  constructor(
    command: readonly string[],
    answers: Readonly<Record<string, Answerer>>,
    patience: number,
    cwd: string,
  ) {
    const [program = '', ...args] = command;
    this.#answers = answers;
    this.patience = patience;
    this.#child = spawn(program, args, { cwd });
    this.#child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-2000);
    });
    this.#child.stdin.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      const end = (how: string): void => {
        this.#end ??= new ServerFailed(`${command.join(' ')}: ${how}\n${this.#stderr}`);
        for (const { fail } of [...this.#asked.values(), ...this.#expected]) fail(this.#end);
        resolve();
      };
      this.#child.once('error', (error) => end(error.message));
      this.#child.once('close', (code, signal) => end(`ended with ${String(code ?? signal)}`));
    });
  }

  /** Asks; the answer as it came. */
  request<T>(method: string, params?: unknown): Promise<Arrived<T>> {
    const id = this.#next++;
    return this.#wait<T>((waiting) => {
      this.#asked.set(id, waiting);
      this.#send({ id, method, params });
      return () => this.#asked.delete(id);
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** The next notification of that method, with such params, that comes from now on. */
  next<T>(wanted: string, wants: (params: T) => boolean): Promise<Arrived<T>> {
    return this.#wait<T>((waiting) => {
      const expected = {
        ...waiting,
        wants: (method: string, params: unknown) => method === wanted && wants(params as T),
      };
      this.#expected.push(expected);
      return () => this.#expected.splice(this.#expected.indexOf(expected), 1);
    });
  }

  /** The processor time of the process so far, in ms, all its threads together; `undefined` where that can't be told. */
  cpu(): number | undefined {
    try {
      const tasks = `/proc/${String(this.#child.pid)}/task`;
      const nanoseconds = readdirSync(tasks).map((task) =>
        Number.parseInt(readFileSync(`${tasks}/${task}/schedstat`, 'utf8'), 10),
      );
      return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
    } catch {
      return undefined;
    }
  }

  /** The most memory that the process ever had at a time, in MB; `undefined` where that can't be told. */
  peakMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${String(this.#child.pid)}/status`, 'utf8');
      return Number(/^VmHWM:\s*(?<kilobytes>\d+)/mu.exec(status)?.groups?.['kilobytes']) / 1000;
    } catch {
      return undefined;
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  #wait<T>(begin: (waiting: Waiting) => () => void): Promise<Arrived<T>> {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise<Arrived<T>>((resolve, reject) => {
      const finish = (): void => {
        clearTimeout(timer);
        stop();
      };
      const stop = begin({
        take: (arrived) => {
          finish();
          resolve(arrived as Arrived<T>);
        },
        fail: (error) => {
          finish();
          reject(error);
        },
      });
      const timer = setTimeout(() => {
        stop();
        reject(new NoAnswer(this.patience));
      }, this.patience * 1000);
    });
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  #receive(chunk: Buffer): void {
    const at = performance.now();
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    for (;;) {
      let [first] = this.#chunks;
      if (!first) return;
      let header = first.indexOf('\r\n\r\n');
      if (header < 0 && this.#chunks.length > 1) {
        first = this.#joined();
        header = first.indexOf('\r\n\r\n');
      }
      if (header < 0) return;
      const length = Number(/Content-Length: (\d+)/iu.exec(first.toString('latin1', 0, header))?.[1]);
      const end = header + 4 + length;
      if (this.#held < end) return;
      const all = this.#joined();
      this.#chunks = all.length > end ? [all.subarray(end)] : [];
      this.#held = all.length - end;
      this.#arrive(all.subarray(header + 4, end), at);
    }
  }

  #joined(): Buffer {
    const all = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }

  #arrive(bytes: Buffer, at: number): void {
    const size = bytes.length;
    if (size >= LARGE) {
      const ends = bytes.toString('latin1', 0, 64) + bytes.toString('latin1', size - 64);
      const { first, last } = ID.exec(ends)?.groups ?? {};
      const waiting = this.#asked.get(Number(first ?? last));
      if (waiting) {
        const body = (): unknown => (JSON.parse(bytes.toString()) as Message).result;
        waiting.take({ at, bytes: size, body });
        return;
      }
    }
    const { id, method, params, result, error } = JSON.parse(bytes.toString()) as Message;
    if (method !== undefined && id !== undefined) void this.#answer(id, method, params);
    else if (method !== undefined)
      this.#expected
        .find(({ wants }) => wants(method, params))
        ?.take({ at, bytes: size, body: () => params });
    else if (error) this.#asked.get(Number(id))?.fail(new ServerFailed(error.message));
    else this.#asked.get(Number(id))?.take({ at, bytes: size, body: () => result });
  }

  async #answer(id: number | string, method: string, params: unknown): Promise<void> {
    const result = (await this.#answers[method]?.(params as never)) ?? null;
    this.#send({ id: id, result });
  }
}
