import type { Host } from '../host.ts';

/** How often, in ms, the server looks whether a new day has begun. */
const DAY_WATCH = 60_000;

/** Tells when a new day has begun, until it is told to end. */
export function watchDay(host: Host, onNewDay: () => void): () => void {
  let day = host.today();
  const watch = setInterval(() => {
    if (host.today() === day) return;
    day = host.today();
    onNewDay();
  }, DAY_WATCH);
  return () => clearInterval(watch);
}
