/** The test files by name. Each is loaded only when it is called, since mocha's globals must be there first. */
export const files: Readonly<Record<string, () => Promise<unknown>>> = {
  extension: () => import('./extension.test.ts'),
  language: () => import('./language.test.ts'),
};

export async function loadFiles(): Promise<void> {
  for (const load of Object.values(files)) await load();
}
