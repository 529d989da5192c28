/**
 * Patterns of many words. V8 takes milliseconds to compile one of some hundred words, more than to read a document of twenty
 * items, and most texts hold none of them: so a pattern is compiled of the words that a text may hold, and only where there are any.
 */

interface Word {
  readonly source: string;
  /** Letters that stand in every text that the word is found in, folded. */
  readonly runs: readonly string[];
}

/** So many patterns of a few words; then the one of all words is cheaper. */
const MOST_NARROW = 6;

/** Finds what a pattern of all words would find. */
export class WordPattern {
  readonly #sources: readonly string[];
  /** Taken apart once they are needed. */
  #words: readonly Word[] | undefined;
  readonly #build: (words: readonly string[]) => RegExp;
  readonly #narrow = new Map<string, RegExp>();
  #whole: RegExp | undefined;

  /**
   * @param words - patterns, or several of them with bars between; what is found has one of them in it.
   * @param build - the pattern of some of them, in their order; neither global nor sticky.
   */
  constructor(words: readonly string[], build: (words: readonly string[]) => RegExp) {
    this.#sources = words;
    this.#build = build;
  }

  exec(text: string): RegExpExecArray | null {
    return this.#patternFor(text)?.exec(text) ?? null;
  }

  test(text: string): boolean {
    return this.#patternFor(text)?.test(text) ?? false;
  }

  #patternFor(text: string): RegExp | undefined {
    const folded = fold(text);
    this.#words ??= this.#sources.flatMap(alternativesOf).map((source) => ({ source, runs: runsOf(source) }));
    const held = this.#words.filter(({ runs }) => runs.every((run) => folded.includes(run)));
    if (held.length === 0) return undefined;
    const sources = held.map(({ source }) => source);
    const key = sources.join('|');
    const known = this.#narrow.get(key) ?? this.#whole;
    if (known) return known;
    if (this.#narrow.size === MOST_NARROW)
      return (this.#whole = this.#build(this.#words.map(({ source }) => source)));
    const pattern = this.#build(sources);
    this.#narrow.set(key, pattern);
    return pattern;
  }
}

/** The same for what patterns without regard to case take for the same. */
export const fold = (text: string): string => text.toLowerCase().toUpperCase();

/** The alternatives of a pattern. */
export function alternativesOf(source: string): string[] {
  const found = [''];
  for (const [token] of source.matchAll(TOKEN)) {
    if (token === '|') found.push('');
    else found.push((found.pop() ?? '') + token);
  }
  return found;
}

/** A group with what it holds, a class, a number of times, an escape, or a character. */
const TOKEN =
  /\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]|\{[^}]*\}|\\(?:[pP]\{[^}]*\}|u[\da-fA-F]{4}|.)|[^]/gu;
const MAY_BE_MISSING = /^[?*{]/u;

function runsOf(source: string): string[] {
  let run = '';
  const runs: string[] = [];
  const end = (): void => {
    if (run !== '') runs.push(fold(run));
    run = '';
  };
  for (const [token] of source.matchAll(TOKEN)) {
    if (/^[\p{L}\p{N} -]$/u.test(token)) {
      run += token;
      continue;
    }
    if (MAY_BE_MISSING.test(token)) run = run.slice(0, -1);
    end();
  }
  end();
  return runs;
}
