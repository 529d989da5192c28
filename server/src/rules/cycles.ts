/**
 * Circles in a graph, one for each set of nodes that reach each other (Tarjan's strongly connected components), each a
 * way around that begins with its first node in the given order. Not by recursion: chains may be longer than the stack.
 */
export function cyclesIn<T>(nodes: readonly T[], next: (node: T) => readonly T[]): T[][] {
  const edges = new Map(nodes.map((node) => [node, next(node)]));
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const open = new Set<T>();
  const stack: T[] = [];
  const cycles: T[][] = [];
  for (const root of nodes) {
    if (index.has(root)) continue;
    const path: { readonly node: T; at: number }[] = [];
    const enter = (node: T): void => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      stack.push(node);
      open.add(node);
      path.push({ node, at: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top;
      const to = edges.get(node)?.[top.at++];
      if (to !== undefined) {
        if (!index.has(to)) enter(to);
        else if (open.has(to)) low.set(node, Math.min(low.get(node) ?? 0, index.get(to) ?? 0));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low.set(above.node, Math.min(low.get(above.node) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== index.get(node)) continue;
      const component = new Set(stack.splice(stack.lastIndexOf(node)));
      for (const member of component) open.delete(member);
      if (component.size > 1 || edges.get(node)?.includes(node) === true)
        cycles.push(wayAround(component, edges));
    }
  }
  return cycles;
}

/** The shortest way from the first node back to itself. */
function wayAround<T>(component: ReadonlySet<T>, edges: ReadonlyMap<T, readonly T[]>): T[] {
  const [start] = component;
  if (start === undefined) return [];
  const from = new Map<T, T | undefined>();
  const queue: T[] = [start];
  for (const node of queue)
    for (const to of edges.get(node) ?? []) {
      if (to === start) {
        const way: T[] = [];
        for (
          let back: T | undefined = node;
          back !== undefined;
          back = back === start ? undefined : from.get(back)
        )
          way.unshift(back);
        return way;
      }
      if (!component.has(to) || from.has(to)) continue;
      from.set(to, node);
      queue.push(to);
    }
  return [...component];
}
