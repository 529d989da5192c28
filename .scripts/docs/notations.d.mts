/** The text of docs/notations.md. Throws if an example in it isn't read as what it is an example of. */
export function notationsPage(): string;
