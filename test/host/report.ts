/**
 * Runs the suite to its end and prints how it went, in one last line, which .scripts/vscode/extensionHost.mjs waits
 * for: without it, a suite that took the extension host down with it would count as passed.
 */
export async function finish(start: (done: (failures: number) => void) => Mocha.Runner): Promise<void> {
  const { passes, failures, pending } = await new Promise<Mocha.Stats>((resolve) => {
    const runner: Mocha.Runner = start(() => {
      if (runner.stats) resolve(runner.stats);
    });
  });
  console.log(`extension host tests: ${JSON.stringify({ passes, failures, pending })}`);
  if (failures > 0) throw new Error(`${failures} test(s) failed`);
}
