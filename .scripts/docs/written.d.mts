/** What is written from tables and catalogues, by its path. Throws if an example in it isn't one. */
export function writtenFiles(): Map<string, string>;
