/** Where something can be kept between two starts. Injected: the core knows neither disks nor editors. */
export interface Storage {
  /** What was saved last; `undefined` where there is nothing, or nothing that can be read. */
  load(): Promise<Uint8Array | undefined>;
  /** Keeps the parts, one behind the other, instead of what was there. */
  save(parts: readonly Uint8Array[]): Promise<void>;
}

/** Keeps nothing. */
export const NO_STORAGE: Storage = {
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
};
