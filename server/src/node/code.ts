/** Bundles with what V8 has compiled of them at an earlier start: to compile is half of what a start takes. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** By then, in ms, what every start calls has been called, and V8 has not yet thrown away what was called only once. */
const WARM_AFTER = 5000;
/** What is kept is written again when a start has compiled so many times as much: each has done something else. */
const WORTH_WRITING = 1.1;

/** Of Node's from 22.1 on, in a folder of its own. */
const { enableCompileCache, flushCompileCache } = module as {
  enableCompileCache?: () => void;
  flushCompileCache?: () => void;
};

/** What a bundle exports. */
export function loadBundle(file: string): unknown {
  if (enableCompileCache) {
    enableCompileCache();
    whenWarm(() => flushCompileCache?.());
    return createRequire(file)(file);
  }
  const compiled = new CompiledBundle(file);
  whenWarm(() => compiled.keep());
  return compiled.run();
}

const DIGEST = 'sha1';
const DIGEST_BYTES = 20;

/** What `module.enableCompileCache` does, for Nodes that haven't got it. */
export class CompiledBundle {
  readonly #file: string;
  readonly #source: Buffer;
  readonly #script: Script;
  /** Of what was kept, in bytes. */
  readonly #size: number;

  constructor(file: string) {
    this.#file = file;
    this.#source = readFileSync(file);
    const kept = this.#load();
    this.#script = new Script(module.wrap(this.#source.toString()), {
      filename: file,
      ...(kept ? { cachedData: kept } : {}),
    });
    this.#size = this.isAsKept ? (kept?.length ?? 0) : 0;
  }

  /** Whether there was something kept, and V8 could use it. */
  get isAsKept(): boolean {
    return this.#script.cachedDataRejected === false;
  }

  /** Beside the bundle: whoever can write there can write the bundle as well. */
  get keptFile(): string {
    return `${this.#file}.${process.version}-${process.arch}.code`;
  }

  /** What the bundle exports. */
  run(): unknown {
    const holder = { exports: {} };
    const run = this.#script.runInThisContext() as (...parameters: unknown[]) => void;
    run(holder.exports, createRequire(this.#file), holder, this.#file, path.dirname(this.#file));
    return holder.exports;
  }

  /** Keeps what is compiled by now. */
  keep(): void {
    const code = this.#script.createCachedData();
    if (code.length < WORTH_WRITING * this.#size) return;
    const unfinished = `${this.keptFile}.${process.pid}`;
    try {
      writeFileSync(unfinished, Buffer.concat([this.#digestWith(code), code]));
      renameSync(unfinished, this.keptFile);
    } catch {
      // A folder that can't be written to: then each start compiles.
      rmSync(unfinished, { force: true });
    }
  }

  #load(): Buffer | undefined {
    try {
      const bytes = readFileSync(this.keptFile);
      const code = bytes.subarray(DIGEST_BYTES);
      return this.#digestWith(code).equals(bytes.subarray(0, DIGEST_BYTES)) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  /** V8 looks at the length of the source alone, and not at what has become of its own bytes. */
  #digestWith(code: Uint8Array): Buffer {
    return createHash(DIGEST).update(this.#source).update(code).digest();
  }
}

/** While everything is warm, or at the end where that comes first. */
function whenWarm(keep: () => void): void {
  process.once('exit', keep);
  setTimeout(() => {
    process.off('exit', keep);
    keep();
  }, WARM_AFTER).unref();
}
