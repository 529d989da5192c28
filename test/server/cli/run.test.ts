import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../../server/src/cli/run.ts';
import { fixture } from '../fixtures.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** One command, on a day without a clock. */
async function roadmap(...args: string[]): Promise<Ran> {
  let [out, error] = ['', ''];
  const code = await run(args, {
    today: () => '2025-07-28',
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  return { code, out, error };
}

describe('command line', () => {
  let folder: string;
  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const full = path.join(folder, name);
    await writeFile(full, content);
    return full;
  };
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap-cli-'));
  });
  after(() => rm(folder, { recursive: true }));

  describe('list', () => {
    it('prints what a query asks for', async () => {
      const name = await file(
        'query.md',
        '- [ ] Berths (Owner: @ann)\n- [ ] Prices\n- [x] Fuel (Owner: Ann)\n',
      );
      const listed = async (...args: string[]): Promise<string[]> => {
        const { out } = await roadmap('list', '--format', 'json', ...args, name);
        return (JSON.parse(out) as { items: { title: string }[] }).items.map(({ title }) => title);
      };
      assert.deepEqual(await listed('--query', 'is:open'), ['Berths', 'Prices']);
      assert.deepEqual(await listed('--query', 'is:mine is:open', '--me', '@bo, ann'), ['Berths']);
      assert.deepEqual(await roadmap('list', '--query', 'is:open due:soonish', name), {
        code: 2,
        out: '',
        error:
          'roadmap: the query is wrong at character 13: ":soonish" says nothing about "due". It takes a date, a period such ' +
          'as 2026-Q1 or next-week, a distance such as 7d, a range, none or any; for example due<2026-01-01.\n',
      });
    });

    it('prints the contract of JSON', async () => {
      const name = fixture('garden.md');
      const { code, out, error } = await roadmap('list', '--format', 'json', name);
      const empty = { owners: [], due: null, priority: null, effort: null, completed: null };
      const none = { key: null, progress: null, dependsOn: [], refs: [], tags: [] };
      const horizon = { start: '2025-07-21', end: '2025-08-04', text: 'P1: Beds (Within 2 Weeks)' };
      const beans = { start: '2025-07-25', end: '2025-07-25', text: '2025-07-25' };
      const shed = { start: '2025-08-30', end: '2025-08-30', text: 'August 30, 2025' };
      const printed = JSON.parse(out) as { items: { id: string }[] };
      const ids = printed.items.map(({ id }) => id);
      assert.deepEqual(printed, {
        schemaVersion: 1,
        today: '2025-07-28',
        items: [
          {
            ...none,
            id: ids[0],
            file: name,
            line: 6,
            endLine: 8,
            title: 'Water the beans #12 #garden',
            kind: 'task',
            status: 'todo',
            owners: ['@ana', '@ben'],
            due: beans,
            priority: null,
            effort: { text: '2-3 h', minHours: 2, maxHours: 3 },
            completed: null,
            refs: ['#12'],
            tags: ['#garden'],
            section: ['Beds'],
            parentLine: null,
            inherited: { priority: 'P1', horizon },
          },
          {
            ...empty,
            ...none,
            id: ids[1],
            file: name,
            line: 9,
            endLine: 9,
            title: 'Fill the can',
            kind: 'task',
            status: 'done',
            section: ['Beds'],
            parentLine: 6,
            inherited: { owners: ['@ana', '@ben'], due: beans, priority: 'P1', horizon },
          },
          {
            ...empty,
            ...none,
            id: ids[2],
            file: name,
            line: 10,
            endLine: 11,
            title: 'Weed the carrots',
            kind: 'task',
            status: 'in-progress',
            due: { start: '2025-07-01', end: '2025-09-30', text: 'Q3 2025' },
            priority: 'P1',
            section: ['Beds'],
            parentLine: null,
            inherited: { priority: 'P1', horizon },
          },
          {
            ...empty,
            ...none,
            id: ids[3],
            file: name,
            line: 15,
            endLine: 18,
            title: 'GARDEN-7: Paint the shed',
            key: 'GARDEN-7',
            kind: 'heading',
            status: 'todo',
            owners: ['@ben'],
            due: shed,
            effort: { text: 'Large', minHours: null, maxHours: null, size: 'large' },
            section: ['Shed'],
            parentLine: null,
            inherited: {},
          },
          {
            ...empty,
            ...none,
            id: ids[4],
            file: name,
            line: 20,
            endLine: 20,
            title: 'Buy paint',
            kind: 'numbered',
            status: 'todo',
            section: ['Shed', 'GARDEN-7: Paint the shed'],
            parentLine: 15,
            inherited: { owners: ['@ben'], due: shed },
          },
          {
            ...empty,
            ...none,
            id: ids[5],
            file: name,
            line: 24,
            endLine: 24,
            title: 'Pick the cherries',
            kind: 'bullet',
            status: 'done',
            completed: '2025-06-30',
            section: ['Done'],
            parentLine: null,
            inherited: { status: 'done' },
          },
        ],
      });
      assert.equal(new Set(ids).size, 6);
      assert.deepEqual([code, error], [0, '']);
      assert.ok(out.endsWith('}\n'));
    });

    it('prints the same of CRLF and a byte order mark', async () => {
      const [plain, other] = ['garden.md', 'garden-crlf-bom.md'].map(fixture) as [string, string];
      const { out } = await roadmap('list', '--format', 'json', plain);
      assert.deepEqual(
        JSON.parse((await roadmap('list', '--format', 'json', other)).out),
        JSON.parse(out.replaceAll('garden.md', 'garden-crlf-bom.md')),
      );
    });

    it('prints a table otherwise', async () => {
      const name = await file('a.md', '- [ ] a - *Due: 2025-07-25*\n- [x] b\n');
      for (const args of [
        ['list', name],
        ['list', '--format', 'table', name],
        ['list', '--format=table', name],
      ])
        assert.deepEqual(await roadmap(...args), {
          code: 0,
          out: `${name}: 2 items, 1 done\n    1  todo  -  2025-07-25, 3 days overdue  -  a\n    2  done  -  -                           -  b\n`,
          error: '',
        });
    });

    it('takes several files, and another day', async () => {
      const [a, b] = [await file('a.md', '- [ ] a'), await file('b.md', '- [ ] b')];
      const { out } = await roadmap('list', '--today', '2026-01-01', '--format', 'json', a, b);
      const { today, items } = JSON.parse(out) as { today: string; items: { file: string }[] };
      assert.deepEqual([today, items.map((item) => item.file)], ['2026-01-01', [a, b]]);
    });
  });

  describe('check', () => {
    for (const [what, content, code] of [
      ['nothing to say', '- [x] a\n', 0],
      ['information only', '*Next Review: 2025-07-01*\n', 0],
      ['a warning', '- [ ] a (Owner: @a) - *Due: 2025-07-25*\n', 1],
      ['an error', '- [x] a - *Due: 2025-02-30*\n', 1],
      ['an empty file', '', 0],
    ] as const)
      it(`ends with ${code} of ${what}`, async () =>
        assert.deepEqual((await roadmap('check', await file('c.md', content))).code, code));

    it('prints lines for people', async () => {
      const name = await file('a.md', '- [ ] a (Owner: @a) - *Due: 2025-07-25*\n');
      assert.deepEqual(await roadmap('check', name), {
        code: 1,
        out: `${name}\n  1:29  warning  "a" is 3 days overdue (due 2025-07-25).  past-due\n\n1 problem (0 errors, 1 warning)\n`,
        error: '',
      });
      assert.deepEqual(await roadmap('check', '--today', '2025-07-25', name), {
        code: 0,
        out: '',
        error: '',
      });
    });

    it('prints the contract of JSON', async () => {
      const name = await file('a.md', '- [ ] a (Owner: @a) - *Due: 2025-07-25*\n');
      const { code, out } = await roadmap('check', '--format', 'json', name);
      assert.deepEqual(JSON.parse(out), {
        schemaVersion: 1,
        today: '2025-07-28',
        findings: [
          {
            rule: 'past-due',
            severity: 'warning',
            file: name,
            line: 1,
            column: 29,
            endLine: 1,
            endColumn: 39,
            message: '"a" is 3 days overdue (due 2025-07-25).',
          },
        ],
      });
      assert.equal(code, 1);
    });

    it('prints JSON where there is nothing, too', async () => {
      const { code, out } = await roadmap('check', '--format', 'json', await file('a.md', ''));
      assert.deepEqual([code, JSON.parse(out)], [0, { schemaVersion: 1, today: '2025-07-28', findings: [] }]);
    });

    describe('in a repository that agrees on something', () => {
      let repository: string;
      const LATE = '- [ ] a (Owner: @a) - *Due: 2025-07-25*\n';
      const write = async (name: string, content: string): Promise<string> => {
        const full = path.join(repository, name);
        await mkdir(path.dirname(full), { recursive: true });
        await writeFile(full, content);
        return full;
      };
      beforeEach(async () => {
        repository = await mkdtemp(path.join(folder, 'repository-'));
        await write('.git/HEAD', '');
      });

      it('heeds it from the root of the repository on', async () => {
        const name = await write('docs/plans/TODO.md', LATE);
        assert.equal((await roadmap('check', name)).code, 1);
        await write('.roadmaprc.yaml', 'rules:\n  past-due: hint\n');
        assert.deepEqual(await roadmap('check', name), {
          code: 0,
          out: `${name}\n  1:29  hint  "a" is 3 days overdue (due 2025-07-25).  past-due\n\n1 problem (0 errors, 0 warnings)\n`,
          error: '',
        });
        await write('docs/.roadmaprc.json', '{ "rules": { "past-due": "off" } }');
        assert.deepEqual(await roadmap('check', name), { code: 0, out: '', error: '' });
      });

      it('heeds the front matter before all', async () => {
        await write('.roadmaprc.yaml', 'rules:\n  past-due: error\n');
        const name = await write('TODO.md', `---\nroadmap:\n  rules:\n    past-due: off\n---\n${LATE}`);
        assert.deepEqual(await roadmap('check', name), { code: 0, out: '', error: '' });
      });

      it('knows who owns the code', async () => {
        await write('.github/CODEOWNERS', '* @mina\n');
        const name = await write('TODO.md', '- [ ] a (Owner: @mnia)\n');
        const { code, out } = await roadmap('check', name);
        assert.equal(code, 1);
        assert.match(out, /1:17 .* meant @mina\? +unknown-owner/u);
      });

      it('tells what is wrong with it, once, and ends with 2', async () => {
        await write('.roadmaprc.yaml', 'rules:\n  past-deu: hint\n  past-due: off\n');
        const names = [await write('TODO.md', LATE), await write('PLAN.md', LATE)];
        const { code, out, error } = await roadmap('check', ...names);
        assert.deepEqual([code, out], [2, '']);
        assert.match(
          error,
          /^roadmap: .*\.roadmaprc\.yaml:2:3: There is no rule "past-deu": meant "past-due"\?\n$/u,
        );
      });
    });
  });

  describe('explain', () => {
    it('tells why a line is an item', async () => {
      const name = await file('a.md', '# Plan\n\n- [ ] a - *Due: 2025-07-25*\n');
      const out = [
        '"a" is an item (task): it has a box.',
        '  status: todo     the box [ ]',
        '  due: 2025-07-25  "2025-07-25" on line 3, written as emphasised',
      ];
      assert.deepEqual(await roadmap('explain', `${name}:3`), {
        code: 0,
        out: [...out, '  It is overdue today, 2025-07-28.', ''].join('\n'),
        error: '',
      });
      assert.deepEqual(await roadmap('explain', '--today', '2025-07-25', `${name}:3`), {
        code: 0,
        out: [...out, ''].join('\n'),
        error: '',
      });
    });

    it('tells why a line is none', async () => {
      const name = await file('a.md', '# Notes\n\n- a\n');
      for (const [line, out] of [
        [2, 'Line 2 is no item: it is text, or empty.\n'],
        [3, 'Line 3 is no item: its section "Notes" doesn\'t list work.\n'],
        [4, 'Line 4 is no item: it is text, or empty.\n'],
      ] as const)
        assert.deepEqual(await roadmap('explain', `${name}:${line}`), { code: 0, out, error: '' });
    });

    it('tells of each card of a line', async () => {
      const name = await file('board.md', '| To do | Done |\n|---|---|\n| a | b |\n');
      assert.deepEqual(await roadmap('explain', `${name}:3`), {
        code: 0,
        out: [
          ...[
            '"a" is an item (row): it is a card in a column of a board.',
            '  status: todo  nothing says otherwise',
            '',
          ],
          ...[
            '"b" is an item (row): it is a card in a column of a board.',
            '  status: done  its place or its marks',
            '',
          ],
        ].join('\n'),
        error: '',
      });
    });

    it('takes the last colon for the one before the line', async function () {
      // A drive's letter is the only place for a colon there.
      if (process.platform === 'win32') this.skip();
      const name = await file('a:7.md', '- [ ] a\n');
      assert.equal((await roadmap('explain', `${name}:1`)).code, 0);
    });

    it('ends with 2 past the end', async () => {
      const name = await file('a.md', '- [ ] a\n- [ ] b');
      assert.deepEqual(await roadmap('explain', `${name}:3`), {
        code: 2,
        out: '',
        error: `roadmap: ${name} has 2 lines, and none with the number 3\n`,
      });
    });

    it('ends with 2 of a file that is not there', async () => {
      const name = path.join(folder, 'none.md');
      assert.deepEqual(await roadmap('explain', `${name}:1`), {
        code: 2,
        out: '',
        error: `roadmap: cannot read ${name}: there is no such file\n`,
      });
    });

    for (const place of ['a.md', 'a.md:', 'a.md:0', 'a.md:-1', 'a.md:x', 'a.md:1.5', ':1', '1', ''])
      it(`ends with 2 of the place '${place}'`, async () => {
        const { code, out, error } = await roadmap('explain', place);
        assert.deepEqual([code, out], [2, '']);
        assert.match(error, /It must be a file and a line, as in docs\/ROADMAP\.md:12\.\n/);
      });
  });

  describe('says in one line, and ends with 2', () => {
    for (const [what, args, message] of [
      ['that a date is none', ['list', '--today', '2025-02-30', 'a.md'], /2025-02-30.* date of the calendar/],
      [
        'that a date has another form',
        ['check', '--today', '28.07.2025', 'a.md'],
        /28\.07\.2025.* date of the calendar/,
      ],
      ['that there is no such format', ['list', '--format', 'xml', 'a.md'], /'xml' is invalid.*table, json/],
      [
        'that there is no such format to check',
        ['check', '--format', 'table', 'a.md'],
        /'table' is invalid.*stylish, json/,
      ],
      ['that there is no such option', ['list', '--colour', 'a.md'], /unknown option '--colour'/],
      ['that there is no such command', ['lst', 'a.md'], /unknown command 'lst'/],
      ['that there is no file', ['list'], /missing required argument 'file'/],
    ] as const)
      it(what, async () => {
        const { code, out, error } = await roadmap(...args);
        assert.deepEqual([code, out], [2, '']);
        assert.match(error.split('\n')[0] ?? '', message);
        assert.doesNotMatch(error, /^\s+at /mu);
      });

    it('nothing but help without a command', async () => {
      const { code, out, error } = await roadmap();
      assert.equal(code, 2);
      assert.match(out + error, /Usage: roadmap/);
    });

    for (const command of ['list', 'check'])
      describe(command, () => {
        for (const [what, name, reason] of [
          ['that a file is missing', 'none.md', 'there is no such file'],
          ['that it is a directory', '.', 'it is a directory'],
        ] as const)
          it(what, async () => {
            const full = path.join(folder, name);
            const { code, error } = await roadmap(command, full);
            assert.deepEqual([code, error], [2, `roadmap: cannot read ${full}: ${reason}\n`]);
          });

        it('that it is binary', async () => {
          const name = await file('a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1));
          const { code, error } = await roadmap(command, name);
          assert.deepEqual([code, error], [2, `roadmap: cannot read ${name}: it is a binary file\n`]);
        });

        it('that access is denied', async function () {
          // Nothing is denied to root.
          if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
          const name = await file('secret.md', '');
          await chmod(name, 0);
          const { code, error } = await roadmap(command, name);
          assert.deepEqual([code, error], [2, `roadmap: cannot read ${name}: access is denied\n`]);
        });

        it('and reads the other files', async () => {
          const name = await file('a.md', '- [ ] a (Owner: @a) - *Due: 2025-07-25*\n');
          const { code, out } = await roadmap(
            command,
            '--format',
            'json',
            path.join(folder, 'none.md'),
            name,
          );
          const printed = JSON.parse(out) as Record<string, unknown[]>;
          assert.deepEqual([code, printed[command === 'list' ? 'items' : 'findings']?.length], [2, 1]);
        });
      });
  });

  describe('reads', () => {
    const titles = async (content: string | Uint8Array): Promise<unknown[]> => {
      const { code, out, error } = await roadmap('list', '--format', 'json', await file('odd.md', content));
      assert.deepEqual([code, error], [0, '']);
      return (JSON.parse(out) as { items: { title: string; line: number }[] }).items.map(
        ({ title, line }) => [title, line],
      );
    };
    const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

    for (const [what, content, expected] of [
      ['an empty file', '', []],
      ['white space', '\n \n', []],
      [
        'CRLF',
        '# T\r\n\r\n- [ ] a\r\n- [ ] b\r\n',
        [
          ['a', 3],
          ['b', 4],
        ],
      ],
      ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('- [ ] a\n')), [['a', 1]]],
      [
        'bytes that are no UTF-8',
        Uint8Array.of(...utf8('- [ ] a'), 0xff, 0xc3, ...utf8('\n- [ ] b\n')),
        [
          ['a\ufffd\ufffd', 1],
          ['b', 2],
        ],
      ],
      [
        'a surrogate alone',
        Uint8Array.of(...utf8('- [ ] a'), 0xed, 0xa0, 0x80, ...utf8('\n- [ ] b\n')),
        [
          ['a\ufffd\ufffd\ufffd', 1],
          ['b', 2],
        ],
      ],
      [
        'UTF-16',
        Uint8Array.of(
          0xff,
          0xfe,
          ...Array.from('- [ ] a\n').flatMap((character) => [character.charCodeAt(0), 0]),
        ),
        [['a', 1]],
      ],
    ] as const)
      it(what, async () => assert.deepEqual(await titles(content), expected));
  });

  for (const [args, pattern] of [
    [['--help'], /Usage: roadmap[^]*list[^]*check/],
    [['list', '--help'], /--format <format>[^]*--today <date>/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ] as const)
    it(`${args.join(' ')} ends with 0`, async () => {
      const { code, out, error } = await roadmap(...args);
      assert.deepEqual([code, error], [0, '']);
      assert.match(out, pattern);
    });
});
