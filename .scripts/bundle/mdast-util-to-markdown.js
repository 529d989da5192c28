// Stands in the bundles for the package of this name, 17 kB that write markdown: remark-gfm brings them along, and we only
// read. The two extensions that import it want no more than its handlers' table.
export const defaultHandlers = {};
