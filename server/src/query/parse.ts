import { KEYS, keyNamed, titleHas } from './keys.ts';
import { QueryError, type Matches, type QueryContext } from './query.ts';
import { tokenize, type Term } from './tokens.ts';

/**
 * What a query asks for: `owner:@platform is:overdue due<2026-01-01 priority:P0..P1 text`. All conditions have to
 * hold; a comma between values means "or", a minus in front "not". An empty query asks for everything.
 * @throws {QueryError} where a key or value is unknown, with its place
 */
export function parseQuery(query: string, context: QueryContext): Matches {
  const conditions = tokenize(query).map((term) => conditionOf(term, context));
  return (subject) => conditions.every((holds) => holds(subject));
}

function conditionOf(term: Term, context: QueryContext): Matches {
  const { negated, values } = term;
  const any = values.map((value) => {
    if (term.key === undefined) return titleHas(value.text);
    const key = keyNamed(term.key);
    if (!key) {
      const names = KEYS.map(({ name }) => name).join(', ');
      throw new QueryError(
        `"${term.key}" can't be asked for. Keys are: ${names}. Words with a colon go in quotes.`,
        term.span,
      );
    }
    const condition = value.text === '' ? undefined : key.condition(value.text, term.operator, context);
    if (!condition)
      throw new QueryError(
        `"${term.operator}${value.text}" says nothing about "${key.name}". It takes ${key.values}; for example ${key.example}.`,
        value.span,
      );
    return condition;
  });
  return (subject) => any.some((holds) => holds(subject)) !== negated;
}
