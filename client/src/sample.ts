/** The name under which a new roadmap is made; one of those that the default globs find. */
export const SAMPLE_NAME = 'ROADMAP.md';

/**
 * A first roadmap, to be overwritten: it shows how priorities, owners and dates are written. One item is left without
 * an owner, so that the first finding and its fix can be seen.
 * @param dayFromToday the civil date so many days from today
 */
export function sampleText(dayFromToday: (days: number) => string): string {
  return `# Roadmap

*Last Updated: ${dayFromToday(0)}*

## Priority 1: Now

- [x] **Write down what we plan** - *Completed: ${dayFromToday(0)}*
  - Owner: @product
- [ ] **Agree on the first release** - *Due: ${dayFromToday(7)}*
  - Owner: @product
- [ ] **Set up the test environment** - *Due: ${dayFromToday(14)}*

## Priority 2: Next

- [ ] **Invite the first users** - *Due: ${dayFromToday(30)}*
  - Owner: @support, @product

## Priority 3: Later

- [ ] **Collect what users miss**
  - Owner: @support
`;
}

/** A civil date from a number of days since 1970-01-01, as one that a clock showed. */
export function civilDate(year: number, month: number, day: number): string {
  // UTC has a day of 24 hours the whole year round: no date is skipped or doubled when days are added.
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
