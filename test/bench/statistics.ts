/** The value below which that share of the samples lies, between neighbours where it must. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return below + (above - below) * (place % 1);
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** How many times as much one took as another: of each round, so that what slows the machine slows both. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Of the medians of rounds that both took part in; `undefined` where there is none. */
export function ratioOf(
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
): Ratio | undefined {
  const ratios: number[] = [];
  for (const [round, samples] of ours.entries()) {
    const others = theirs[round] ?? [];
    if (samples.length > 0 && others.length > 0) ratios.push(median(samples) / median(others));
  }
  return ratios.length === 0
    ? undefined
    : { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
