import assert from 'node:assert/strict';
import { readRoadmap } from '../../../../server/src/roadmap/read.ts';
import { at, read, stated, text, titles } from '../read.ts';

describe('work in the front matter', () => {
  for (const [what, lines, expected] of [
    ['a list of titles', ['tasks:', '  - Sow', '  - Reap beans'], ['Sow', 'Reap beans']],
    ['without indentation', ['tasks:', '- Sow', '- Reap'], ['Sow', 'Reap']],
    ['a list of maps', ['tasks:', '  - title: Sow', '    owner: ann', '  - name: Reap'], ['Sow', 'Reap']],
    [
      'in quotes',
      ['tasks:', '  - "Sow: early"', "  - 'Reap'", '  - title: "Sell"'],
      ['Sow: early', 'Reap', 'Sell'],
    ],
    ['with a quote in it', ['tasks:', "  - Ann's beans"], ["Ann's beans"]],
    ['beneath another word for work', ['next_steps:', '  - Sow', 'backlog:', '  - Reap'], ['Sow', 'Reap']],
    ['in another language', ['Aufgaben:', '  - Säen'], ['Säen']],
    ['behind other keys', ['title: Garden', 'authors:', '  - Ann', 'tasks:', '  - Sow'], ['Sow']],
    ['up to the next key', ['tasks:', '  - Sow', 'tags:', '  - green', 'todo: no', '  - list'], ['Sow']],
    ['nothing beneath other keys', ['tags:', '  - green', 'notes:', '  - Sow'], []],
    ['nothing of a value', ['tasks: [Sow, Reap]'], []],
    [
      'what YAML would break at',
      ['tasks:', '  - "Sow', '  - }{', '  - Reap: @ann: [', '\t- Sell'],
      ['Sow', '}{', 'Reap: @ann: [', 'Sell'],
    ],
    ['with blank lines', ['tasks:', '', '  - Sow', '', '  - Reap'], ['Sow', 'Reap']],
  ] as const)
    it(what, () => assert.deepEqual(titles(read('---', ...lines, '---', '', '# Garden')), expected));

  it('is none where there is no front matter', () =>
    assert.deepEqual(
      read('# Garden', '---', 'tasks:', '  - Sow', '---').items.map(({ because }) => because.reason),
      ['lead'],
    ));

  const LINES = [
    ...[
      '---',
      'title: Garden',
      'tasks:',
      '  - title: "Sow beans"',
      '    owner: ann',
      '    status: in progress',
    ],
    ...['    due: 2025-08-01', "  - 'Reap #4'", '  - Sell (done)', '---', '', '## Backlog', '- [ ] Rest'],
  ];

  for (const [what, source] of [
    ['LF', text(...LINES)],
    ['CRLF', text(...LINES).replaceAll('\n', '\r\n')],
  ] as const) {
    const roadmap = readRoadmap(source);

    it(`has fields, with ${what}`, () =>
      assert.deepEqual(
        roadmap.items.map((item) => [item.title, item.status, stated(item), item.section?.title]),
        [
          [
            'Sow beans',
            'in-progress',
            { owners: 'ann', status: 'in progress', due: '2025-08-01' },
            undefined,
          ],
          ['Reap #4', 'todo', {}, undefined],
          ['Sell', 'done', { status: 'done' }, undefined],
          ['Rest', 'todo', {}, 'Backlog'],
        ],
      ));

    it(`stands where it stands, with ${what}`, () => {
      const eol = what === 'LF' ? '\n' : '\r\n';
      assert.deepEqual(
        roadmap.items
          .slice(0, 3)
          .map(({ own, span, content, titleSpan }) =>
            [own, span, content, titleSpan].map((one) => at(roadmap, one)),
          ),
        [
          [
            ...Array.from({ length: 2 }, () =>
              [
                '- title: "Sow beans"',
                '    owner: ann',
                '    status: in progress',
                '    due: 2025-08-01',
              ].join(eol),
            ),
            'Sow beans',
            'Sow beans',
          ],
          ["- 'Reap #4'", "- 'Reap #4'", 'Reap #4', 'Reap #4'],
          ['- Sell (done)', '- Sell (done)', 'Sell (done)', 'Sell'],
        ],
      );
    });
  }
});
