import { nameKey, wordingKey, type ItemLinks } from '../roadmap/links.ts';
import { cyclesIn } from './cycles.ts';
import { LinkIndex } from './linkIndex.ts';

/** An item somewhere in the workspace. */
export interface LinkedItem extends ItemLinks {
  readonly uri: string;
}

/** What a rule may ask of the workspace. What it has asked is remembered, so that it is asked again when that changes. */
export interface WorkspaceView {
  /** The items that a name means: an id, else a title. */
  named(name: string): readonly LinkedItem[];
  /** All ids that documents give to items. */
  names(): readonly string[];
  /** The items whose titles say the same, whatever their case, signs and numbers; of titles of few words, none. */
  saying(title: string): readonly LinkedItem[];
  /** Items that wait for each other in a circle which the item is in, itself the first. */
  cycleOf(uri: string, item: string): readonly LinkedItem[] | undefined;
}

/** Whether all files are known, as one thing that can change. */
const COMPLETE = 'complete';
/** All ids, as one thing that can change. */
const ALL_NAMES = 'names';
const sayingKey = (wording: string): string => `saying ${wording}`;
const cycleKey = ({ uri, item }: Pick<LinkedItem, 'uri' | 'item'>): string => `cycle ${uri}#${item}`;

/**
 * What the items of all roadmaps say of one another: kept by file and part, so that a key stroke costs what it changes.
 * Rules see it through a view that notes what they ask.
 */
export class WorkspaceFacts {
  readonly #parts = new Map<string, readonly (readonly ItemLinks[])[]>();
  readonly #byName = new Map<string, LinkedItem[]>();
  readonly #byTitle = new Map<string, LinkedItem[]>();
  readonly #byWording = new LinkIndex(({ title }) => wordingKey(title));
  /** Items that depend on others, by their place. */
  readonly #dependents = new Map<string, LinkedItem>();
  #isComplete = true;
  #names: readonly string[] | undefined;
  #namesChanged = false;
  #cycles: ReadonlyMap<string, readonly LinkedItem[]> | undefined = new Map();
  /** The circles that were told last. */
  #before: ReadonlyMap<string, readonly LinkedItem[]> = new Map();
  /** In which revision what is asked for has changed last. */
  readonly #changedIn = new Map<string, number>();
  /** Changes up to this revision aren't known one by one any more. */
  #forgottenIn = 0;
  #revision = 0;

  /** Raised whenever something changes that anybody might ask. */
  get revision(): number {
    this.#settleCycles();
    return this.#revision;
  }

  /** Whether all files are known. Until then, nothing can be said of what is missing. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  set isComplete(isComplete: boolean) {
    if (isComplete === this.#isComplete) return;
    this.#isComplete = isComplete;
    this.#changedIn.set(COMPLETE, ++this.#revision);
  }

  /** Takes what a file says now; the same lists as before cost nothing. */
  set(uri: string, parts: readonly (readonly ItemLinks[])[]): void {
    const before = this.#parts.get(uri) ?? [];
    if (parts.length > 0) this.#parts.set(uri, parts);
    else this.#parts.delete(uri);
    const stays = new Set(parts);
    const gone = tallied(before.filter((part) => !stays.delete(part)));
    const added = tallied([...stays]);
    const left: LinkedItem[] = [];
    for (const [signature, links] of gone) {
      const same = added.get(signature) ?? [];
      // What a chapter says again when it is read again hasn't changed.
      const common = Math.min(same.length, links.length);
      for (const link of links.slice(common)) left.push({ ...link, uri });
      if (common > 0) added.set(signature, same.slice(common));
    }
    for (const link of left) this.#dependents.delete(cycleKey(link));
    // What comes before what goes: so a name that only says something else was there all the time.
    for (const links of added.values()) for (const link of links) this.#add({ ...link, uri });
    for (const link of left) this.#remove(link);
  }

  delete(uri: string): void {
    this.set(uri, []);
  }

  uris(): string[] {
    return [...this.#parts.keys()];
  }

  /** A view that notes what is asked. */
  view(asked: Set<string>): WorkspaceView {
    asked.add(COMPLETE);
    return {
      named: (name) => {
        const key = nameKey(name);
        asked.add(key);
        const found = this.#byName.get(key) ?? this.#byTitle.get(key) ?? [];
        return found.length > 1 ? [...found].sort(byPlace) : found;
      },
      names: () => {
        asked.add(ALL_NAMES);
        return (this.#names ??= [
          ...new Set([...this.#byName.values()].flatMap((all) => all.map(({ name = '' }) => name))),
        ]);
      },
      saying: (title) => {
        const wording = wordingKey(title);
        if (wording === undefined) return [];
        asked.add(sayingKey(wording));
        const found = this.#byWording.get(wording, () => this.#all());
        return found.length > 1 ? [...found].sort(byPlace) : found;
      },
      cycleOf: (uri, item) => {
        const key = cycleKey({ uri, item });
        asked.add(key);
        this.#settleCycles();
        return this.#cycles?.get(key);
      },
    };
  }

  /** Whether any of what was asked has changed since. */
  hasChanged(asked: Iterable<string>, since: number): boolean {
    return this.revision > since && this.changedIn(asked) > since;
  }

  /** In which revision any of what was asked has changed last. */
  changedIn(asked: Iterable<string>): number {
    this.#settleCycles();
    let latest = this.#forgottenIn;
    for (const key of asked) latest = Math.max(latest, this.#changedIn.get(key) ?? 0);
    return latest;
  }

  *#all(): Generator<LinkedItem> {
    for (const [uri, parts] of this.#parts)
      for (const part of parts) for (const link of part) yield { ...link, uri };
  }

  #add(link: LinkedItem): void {
    this.#saysElse(this.#byWording.add(link));
    for (const [index, key] of this.#keysOf(link)) {
      const same = index.get(key) ?? [];
      if (index === this.#byName && !same.some(({ name }) => name === link.name)) this.#namesChanged = true;
      if (same.push(link) === 1) index.set(key, same);
    }
    if (link.dependsOn) this.#dependents.set(cycleKey(link), link);
    this.#changed(link);
  }

  #remove(link: LinkedItem): void {
    this.#saysElse(this.#byWording.remove(link));
    for (const [index, key] of this.#keysOf(link)) {
      const same = index.get(key) ?? [];
      // The one that was there before.
      same.splice(
        same.findIndex(({ uri, item }) => uri === link.uri && item === link.item),
        1,
      );
      if (same.length === 0) index.delete(key);
      if (index === this.#byName && !same.some(({ name }) => name === link.name)) this.#namesChanged = true;
    }
    this.#changed(link);
  }

  #keysOf({ name, title }: ItemLinks): [index: Map<string, LinkedItem[]>, key: string][] {
    return [
      ...(name === undefined ? [] : [[this.#byName, nameKey(name)] as [Map<string, LinkedItem[]>, string]]),
      [this.#byTitle, nameKey(title)],
    ];
  }

  #saysElse(wording: string | undefined): void {
    if (wording !== undefined) this.#changedIn.set(sayingKey(wording), this.#revision + 1);
  }

  #changed({ name, title }: ItemLinks): void {
    this.#revision++;
    // Each key stroke in a title leaves one behind.
    if (this.#changedIn.size > MOST_CHANGES) {
      this.#changedIn.clear();
      this.#forgottenIn = this.#revision;
    }
    this.#cycles = undefined;
    this.#changedIn.set(nameKey(title), this.#revision);
    if (name !== undefined) this.#changedIn.set(nameKey(name), this.#revision);
    if (!this.#namesChanged) return;
    this.#namesChanged = false;
    this.#changedIn.set(ALL_NAMES, this.#revision);
    this.#names = undefined;
  }

  /** Few items depend on others, so all circles are found anew; who stands in another one than before is told. */
  #settleCycles(): void {
    if (this.#cycles) return;
    const view = this.view(new Set());
    const cycles = new Map<string, readonly LinkedItem[]>();
    for (const cycle of cyclesIn([...this.#dependents.values()].sort(byPlace), ({ dependsOn = [] }) =>
      dependsOn.flatMap((name) =>
        view.named(name).flatMap((link) => this.#dependents.get(cycleKey(link)) ?? []),
      ),
    ))
      for (const [index, link] of cycle.entries())
        cycles.set(cycleKey(link), [...cycle.slice(index), ...cycle.slice(0, index)]);
    this.#cycles = cycles;
    const said = (cycle: readonly LinkedItem[] | undefined): string => JSON.stringify(cycle);
    for (const key of new Set([...cycles.keys(), ...this.#before.keys()])) {
      if (said(cycles.get(key)) === said(this.#before.get(key))) continue;
      this.#changedIn.set(key, ++this.#revision);
    }
    this.#before = cycles;
  }
}

/** How many names are remembered to have changed, before all count as changed. */
const MOST_CHANGES = 100_000;

/** What is the same in all respects, together. */
function tallied(parts: readonly (readonly ItemLinks[])[]): Map<string, ItemLinks[]> {
  const all = new Map<string, ItemLinks[]>();
  for (const part of parts)
    for (const link of part) {
      const { item, title, name, dependsOn, due, dueText, isOpen } = link;
      const signature = [item, title, name, dependsOn?.join('\n'), due, dueText, isOpen].join('\0');
      const same = all.get(signature) ?? [];
      if (same.push(link) === 1) all.set(signature, same);
    }
  return all;
}

const byPlace = (a: LinkedItem, b: LinkedItem): number =>
  a.uri === b.uri ? (a.item < b.item ? -1 : 1) : a.uri < b.uri ? -1 : 1;
