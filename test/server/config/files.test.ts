import assert from 'node:assert/strict';
import { ConfigurationFiles } from '../../../server/src/config/files.ts';
import { parseYaml } from '../../../server/src/config/yaml.ts';

const FILES: Record<string, string> = {
  'file:///w/.roadmaprc.json': '{ "capacity": 1 }',
  'file:///w/a/.roadmaprc.yaml': 'capacity: 2',
  'file:///w/a/.roadmaprc.yml': 'capacity: 3',
  'file:///.roadmaprc.json': '{ "capacity": 4 }',
};
const asked: string[] = [];
const files = (): ConfigurationFiles =>
  new ConfigurationFiles(
    (uri) => {
      asked.push(uri);
      const text = FILES[uri];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
    () => Promise.resolve(parseYaml),
  );
const nearest = async (uri: string, root = 'file:///w/'): Promise<string | undefined> =>
  (await files().nearest(uri, root))?.uri;

describe('the configuration file of a document', () => {
  it('is the nearest one, the first of its folder', async () => {
    assert.equal(await nearest('file:///w/TODO.md'), 'file:///w/.roadmaprc.json');
    assert.equal(await nearest('file:///w/a/b/TODO.md'), 'file:///w/a/.roadmaprc.yaml');
    assert.equal(await nearest('file:///w/b/TODO.md'), 'file:///w/.roadmaprc.json');
  });

  it('stands in the workspace folder or beneath it', async () => {
    assert.equal(await nearest('file:///v/TODO.md', 'file:///v/'), undefined);
    assert.equal(await nearest('file:///x/TODO.md'), undefined);
  });

  it('is looked for once, until files change', async () => {
    const found = files();
    await found.nearest('file:///w/TODO.md', 'file:///w/');
    asked.length = 0;
    await found.nearest('file:///w/PLAN.md', 'file:///w/');
    assert.deepEqual(asked, []);
    found.forget();
    await found.nearest('file:///w/PLAN.md', 'file:///w/');
    assert.deepEqual(asked, ['file:///w/.roadmaprc.json']);
  });

  it('that nobody can read is as good as none', async () => {
    const broken = new ConfigurationFiles(
      () => Promise.reject(new Error('no')),
      () => Promise.resolve(parseYaml),
    );
    assert.equal(await broken.nearest('file:///w/TODO.md', 'file:///w/'), undefined);
  });
});
