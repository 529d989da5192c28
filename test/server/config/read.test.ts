import assert from 'node:assert/strict';
import { readConfiguration, readMatter, type LoadYaml } from '../../../server/src/config/read.ts';
import { parseYaml } from '../../../server/src/config/yaml.ts';
import { at, read } from '../roadmap/read.ts';

const yaml: LoadYaml = () => Promise.resolve(parseYaml);
/** `[what the fault stands on, message]` */
async function faults(text: string): Promise<[string, string][]> {
  const read = await readConfiguration(text, yaml);
  return read.faults.map(({ span, message }) => [text.slice(span.start, span.end), message]);
}

describe('a configuration file', () => {
  it('in JSON needs no parser', async () => {
    const never: LoadYaml = () => Promise.reject(new Error('nobody needs it'));
    assert.deepEqual(await readConfiguration('{ "owners": ["@ann"] }', never), {
      configuration: { owners: ['@ann'] },
      faults: [],
    });
  });

  for (const text of ['', '# nothing\n', '{}'])
    it(`says nothing: ${JSON.stringify(text)}`, async () =>
      assert.deepEqual(await readConfiguration(text, yaml), { configuration: {}, faults: [] }));

  it('in YAML is the same', async () =>
    assert.deepEqual(await readConfiguration('rules:\n  past-due: off\nholidays: [2025-12-25]\n', yaml), {
      configuration: { rules: { 'past-due': { severity: 'off' } }, holidays: ['2025-12-25'] },
      faults: [],
    }));

  for (const [text, ...told] of [
    ['rules:\n  past-deu: off\n', ['past-deu', 'There is no rule "past-deu": meant "past-due"?']],
    ['owners:\n  - "@ann"\n  - 3\n', ['3', 'owners[1] must be a string.']],
    ['{ "owners": "@ann" }', ['"@ann"', 'owners must be a list.']],
    ['rules:\n', ['rules', 'rules must be an object.']],
    ['- a\n', ['- a\n', 'It must be an object.']],
  ] as [string, ...[string, string][]][])
    it(`${JSON.stringify(text)} is told at its place`, async () =>
      assert.deepEqual(await faults(text), told));

  for (const text of ['{ "owners": ', 'a: b: c', 'a: &x [*x]', 'a: 1\na: 2\n', '\0', 'x: !!js/function >\n'])
    it(`${JSON.stringify(text)} is told, and nothing is thrown`, async () =>
      assert.ok((await readConfiguration(text, yaml)).faults.length > 0));
});

describe('front matter', () => {
  const matter = (...lines: string[]): unknown => {
    const roadmap = read('---', ...lines, '---', '# A', '- [ ] a');
    const block = roadmap.configuration;
    if (!block) return undefined;
    const { configuration, faults } = readMatter(block, parseYaml);
    return [configuration, ...faults.map(({ span, message }) => [at(roadmap, span), message])];
  };

  it('settles what stands beneath roadmap', () =>
    assert.deepEqual(
      matter('title: x', 'roadmap:', '  rules:', '    past-due: off', '  owners: ["@ann"]', 'b: c'),
      [{ rules: { 'past-due': { severity: 'off' } }, owners: ['@ann'] }],
    ));
  it('may do so in one line', () =>
    assert.deepEqual(matter('roadmap: { capacity: 20 }'), [{ capacity: 20 }]));
  it('is told of faults at their place', () =>
    assert.deepEqual(matter('title: x', 'roadmap:', '  rules:', '    past-deu: off'), [
      { rules: {} },
      ['past-deu', 'There is no rule "past-deu": meant "past-due"?'],
    ]));
  for (const lines of [['roadmap: yes'], ['roadmap:', '  - dig'], ['a: b'], ['x:', '  roadmap:', '    a: b']])
    it(`settles nothing: ${lines.join('; ')}`, () => assert.equal(matter(...lines), undefined));
  it('is no list of work where it settles', () =>
    assert.deepEqual(
      read('---', 'roadmap:', '  owners:', '    - "@ann"', '---').items.map(({ title }) => title),
      [],
    ));
});
