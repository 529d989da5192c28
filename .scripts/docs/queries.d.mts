/** The text of docs/queries.md. */
export function queriesPage(): string;
