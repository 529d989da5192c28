import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Runs a bundle of `dist/`; in a checkout that hasn't been built, says how to. */
export function load(name) {
  const bundle = fileURLToPath(new URL(`../dist/${name}.cjs`, import.meta.url));
  if (existsSync(bundle)) {
    // What was compiled once needn't be compiled at the next start. Node has it from 22.1 on.
    module.enableCompileCache?.();
    createRequire(import.meta.url)(bundle);
  } else {
    process.stderr.write(`${bundle} is missing: run "npm install" and "npm run build" first.\n`);
    process.exitCode = 2;
  }
}
