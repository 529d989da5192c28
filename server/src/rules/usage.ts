import type { FieldName, RoadmapPart } from '../roadmap/model.ts';
import type { Usage } from './rule.ts';

const KNOWN = new WeakMap<RoadmapPart, Usage>();

/** Which fields the items of a part state. */
function usageOf(part: RoadmapPart): Usage {
  const known = KNOWN.get(part);
  if (known) return known;
  const usage = { sectioned: new Set<FieldName>(), loose: new Set<FieldName>() };
  for (const { fields, section } of part.items) {
    const used = section === undefined ? usage.loose : usage.sectioned;
    for (const field of Object.keys(fields) as FieldName[])
      if (field !== 'owners' || (fields.owners?.value.length ?? 0) > 0) used.add(field);
  }
  KNOWN.set(part, usage);
  return usage;
}

/** The same of all parts of a document. */
export function usageOfAll(parts: readonly RoadmapPart[]): Usage {
  const usages = parts.map(usageOf);
  const all = (kind: keyof Usage): ReadonlySet<FieldName> =>
    new Set(usages.flatMap((usage) => [...usage[kind]]));
  return { sectioned: all('sectioned'), loose: all('loose') };
}

/** The same for the same usage. */
export const usageKey = ({ sectioned, loose }: Usage): string[][] => [
  [...sectioned].sort(),
  [...loose].sort(),
];
