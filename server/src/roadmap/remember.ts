/**
 * Answers that are remembered while one text is read: its titles and values are asked for several times, and many of them
 * occur more than once.
 */
const stores: { clear(): void }[] = [];

/** The function, which has to be pure, with its answers remembered until `forget` is called. */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  stores.push(known);
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined || known.has(text)) return remembered as T;
    return keep(known, text, answer(text));
  };
}

/** The same for a function that asks something else as well: the context of a document, the kind of a value. */
export function rememberingFor<K extends object, T>(
  answer: (text: string, about: K) => T,
): (text: string, about: K) => T {
  const known = new Map<K, Map<string, T>>();
  stores.push(known);
  return (text, about) => {
    const answers = known.get(about) ?? new Map<string, T>();
    if (answers.size === 0) known.set(about, answers);
    const remembered = answers.get(text);
    if (remembered !== undefined || answers.has(text)) return remembered as T;
    return keep(answers, text, answer(text, about));
  };
}

/** Of very long documents, not all. */
const MOST = 20_000;

function keep<T>(answers: Map<string, T>, text: string, answer: T): T {
  if (answers.size >= MOST) answers.clear();
  answers.set(text, answer);
  return answer;
}

/** Lets go of all answers: their texts would keep the document alive that they are pieces of. */
export function forget(): void {
  for (const store of stores) store.clear();
}
