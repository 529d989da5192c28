import assert from 'node:assert/strict';
import { item, read, stated, titles } from '../read.ts';

/** A document in one line. */
const titlesOf = (lines: readonly string[]): string =>
  lines.filter((line) => line.startsWith('#')).join(' / ');

describe('headings that are work by their place', () => {
  it('stand beneath a version, with a text each', () =>
    assert.deepEqual(
      titles(
        read(
          '# Roadmap',
          '## v2.4',
          '### Web shell',
          'Words.',
          '### Apply on the server',
          'Words.',
          '- a detail',
        ),
      ),
      ['Web shell', 'Apply on the server'],
    ));
  it('are none where lists of work stand beneath them', () =>
    assert.deepEqual(titles(read('# Roadmap', '## v2.4', '### Core', '- [ ] a', '### Web', '- [ ] b')), [
      'a',
      'b',
    ]));
  for (const [lines, title] of [
    [['**Task 1.1: Sow**'], 'Sow'],
    [['__Issue #4__: Sow'], undefined],
    [['**Issue #4**: Sow'], undefined],
    [['**Tâche 1.1 : Semer**'], 'Semer'],
    [['**Aufgabe 2:** Säen'], 'Säen'],
    [['**Tarea 3 – Sembrar**'], 'Sembrar'],
    [['**Задача 1.2: Сеять**'], 'Сеять'],
    [['**任务1：播种**'], '播种'],
    [['**Task force:** Sow'], undefined],
    [['**Task 1.1:**'], undefined],
  ] as const)
    it(`${lines.join(' / ')}: ${title ?? 'none'}`, () =>
      assert.deepEqual(
        titles(read('## Phase 1', ...lines, '', 'Words.')),
        title === undefined ? [] : [title],
      ));

  it('may be a bold id with its title behind it', () => {
    const roadmap = read(
      '## Phase 1',
      '**Task 1.1:** Run the tests',
      '- **Owner:** Lead',
      '- **Time:** 30 minutes',
      '- **Command:** `x`',
    );
    assert.deepEqual(titles(roadmap), ['Run the tests']);
    assert.deepEqual(stated(item(roadmap, 'Run the tests')), { owners: 'Lead', effort: '30 minutes' });
  });

  for (const [what, lines, expected] of [
    [
      'numbered steps',
      ['# Plan', '## Phase 1', '### 1. Sow', 'Words.', '- a detail', '### 2. Reap', 'Words.'],
      ['1. Sow', 'a detail', '2. Reap'],
    ],
    [
      'numbers of two parts',
      ['# Plan', '### 1.1 Sow', 'Words.', '### 1.2 Reap', 'Words.'],
      ['1.1 Sow', '1.2 Reap'],
    ],
    ['numbers in circles', ['# Plan', '### ① Sow', 'Words.', '### ② Reap', 'Words.'], ['① Sow', '② Reap']],
    [
      'steps',
      ['# Plan', '## Step 1: Sow', 'Words.', '## Schritt 2: Ernten', 'Words.'],
      ['Step 1: Sow', 'Schritt 2: Ernten'],
    ],
    ['no number alone', ['# Plan', '### 1. Sow', 'Words.'], []],
    [
      'no chapters, which are numbered above that',
      ['# Plan', '## 1. Sow', 'Words.', '## 2. Reap', 'Words.'],
      [],
    ],
    ['no numbers over boxes', ['# Plan', '### 1. Sow', '- [ ] a', '### 2. Reap', '- [ ] b'], ['a', 'b']],
    [
      'no numbers over tables',
      ['# Plan', '### 1. Sow', '| Task | Owner |', '|---|---|', '| a | @b |', '', '### 2. Reap', 'Words.'],
      ['a', '2. Reap'],
    ],
    [
      'no numbers in a chapter that speaks of something else',
      ['# Plan', '## Risks', '### 1. Frost', 'Words.', '### 2. Drought', 'Words.'],
      [],
    ],
    [
      'no numbers most of which speak of something else',
      ['# Plan', '### 1. Overview', 'Words.', '### 2. Background', 'Words.', '### 3. Sow', 'Words.'],
      [],
    ],
    ['rated headings', ['# Plan', '## P1: Logs', 'Words.', '## P2: Lamps', 'Words.'], ['Logs', 'Lamps']],
    [
      'no ratings of several',
      ['# Plan', '## P0: Critical issues', '- [ ] a', '## P2 – Medium', '- [ ] b'],
      ['a', 'b'],
    ],
    ['no rated headings over boxes', ['# Plan', '## P1: Logs', '- [ ] a'], ['a']],
    ['no rated headings of risks', ['# Plan', '## Risks', '### P1: Frost', 'Words.'], []],
    [
      'cards of columns',
      [
        '# Board',
        '## Done',
        '### Sow',
        'Words.',
        '## Backlog',
        '### Reap',
        'Words.',
        '### Resources',
        'Words.',
      ],
      ['Sow', 'Reap'],
    ],
    ['no single card', ['# Board', '## Backlog', '### Reap', 'Words.'], []],
    [
      'no cards that begin with a lead',
      ['# Board', '## Backlog', '### Reap', 'With:', '- a', '### Sow', 'With:', '- b'],
      [],
    ],
    [
      'cards of a column that lists them',
      ['# Board', '## Backlog', '- Sow', '- Reap', '### Sow', 'Words.', '### Reap', 'Words.'],
      ['Sow', 'Reap', 'Sow', 'Reap'],
    ],
    [
      'no cards of a column with a list of its own',
      ['# Board', '## Backlog', '- Dig', '- Water', '### Sow', 'Words.', '### Reap', 'Words.'],
      ['Dig', 'Water'],
    ],
    [
      'the headings of a document of nothing else',
      [
        '# Ideas',
        '## Sow',
        'Words.',
        '## Reap',
        'Words.',
        '## Dig',
        'Words.',
        '## Why',
        'Words.',
        '## Rest',
        'Words.',
      ],
      ['Sow', 'Reap', 'Dig', 'Rest'],
    ],
    ['no three of them', ['# Ideas', '## Sow', 'Words.', '## Reap', 'Words.', '## Dig', 'Words.'], []],
    [
      'none of a document that is no plan',
      ['# Garden', '## Sow', 'W.', '## Reap', 'W.', '## Dig', 'W.', '## Rest', 'W.'],
      [],
    ],
  ] as const)
    it(`${what}: ${titlesOf(lines)}`, () => assert.deepEqual(titles(read(...lines)), expected));
});

describe('labels that recur', () => {
  const block = (title: string, ...labels: string[]): string[] => [
    title,
    ...labels.map((label) => `- **${label}**: words of it`),
    '',
  ];

  for (const [what, lines, expected] of [
    [
      'tell of the headings above them',
      ['# Garden', ...block('## Sow', 'Soil', 'Light'), ...block('## Reap', 'Soil', 'Light')],
      ['Sow', 'Reap'],
    ],
    [
      'with others among them',
      ['# Garden', ...block('## Sow', 'Soil', 'Frost', 'Light'), ...block('## Reap', 'Soil', 'Light')],
      ['Sow', 'Reap'],
    ],
    [
      'in another order are work',
      ['# Garden', ...block('## Sow', 'Soil', 'Light'), ...block('## Reap', 'Light', 'Soil')],
      ['Soil: words of it', 'Light: words of it', 'Light: words of it', 'Soil: words of it'],
    ],
    [
      'alone are work',
      ['# Garden', ...block('## Sow', 'Soil'), ...block('## Reap', 'Soil')],
      ['Soil: words of it', 'Soil: words of it'],
    ],
    [
      'beneath one heading are work',
      ['# Garden', ...block('## Sow', 'Soil', 'Light')],
      ['Soil: words of it', 'Light: words of it'],
    ],
    [
      'in a chapter that speaks of something else are nothing',
      ['# Garden', '## Risks', ...block('### Frost', 'Soil', 'Light'), ...block('### Hail', 'Soil', 'Light')],
      [],
    ],
    [
      'among other bullets are work',
      [
        '# Garden',
        '## Sow',
        '- Soil: a',
        '- Light: b',
        '- Dig',
        '## Reap',
        '- Soil: a',
        '- Light: b',
        '- Cut',
      ],
      ['Soil: a', 'Light: b', 'Dig', 'Soil: a', 'Light: b', 'Cut'],
    ],
    [
      'beneath bullets tell of those',
      ['## Backlog', '- Sow', '  - Soil: a', '  - Light: b', '- Reap', '  - Soil: c', '  - Light: d'],
      ['Sow', 'Reap'],
    ],
    [
      'not beneath others make a topic of the bullet above',
      ['## Backlog', '- Sow', '  - Soil: a', '  - Light: b', '- Reap', '  - Cut: c', '  - Bind: d'],
      ['Sow', 'Soil: a', 'Light: b', 'Reap', 'Cut: c', 'Bind: d'],
    ],
  ] as const)
    it(what, () => assert.deepEqual(titles(read(...lines)), expected));

  it('make whatever they are called no fields', () =>
    assert.deepEqual(
      read('# Garden', ...block('## Sow', 'Soil', 'Light'), ...block('## Reap', 'Soil', 'Light')).items.map(
        stated,
      ),
      [{}, {}],
    ));

  it('may come first beneath each of three headings, in a paragraph', () =>
    assert.deepEqual(
      titles(
        read(
          '# Garden',
          ...['Sow', 'Reap', 'Rest'].flatMap((title) => [`## ${title}`, '**What:** words.', '']),
        ),
      ),
      ['Sow', 'Reap', 'Rest'],
    ));
});

describe('headings that are told alike', () => {
  const told = (title: string, ...first: string[]): string[] => [
    `### ${title}`,
    ...first,
    '**What?** Words.',
  ];
  it('by a question are work, though one has a line before it', () =>
    assert.deepEqual(
      titles(
        read('# Plan', '## Soon', ...told('a'), ...told('b'), ...told('c'), ...told('d', '**State:** x', '')),
      ),
      ['a', 'b', 'c', 'd'],
    ));
  it('group work, where bullets beneath them have owners', () => {
    const phase = (title: string, item: string): string[] => [
      `### ${title}`,
      '**Focus:** Words.',
      '',
      `- ${item}`,
      '  - Owner: @ann',
      '  - Effort: 2 days',
      `- ${item}${item}`,
      '  - Owner: @bob',
      '  - Effort: 3 days',
    ];
    assert.deepEqual(
      titles(
        read('# Plan', '## Tasks', ...phase('North', 'a'), ...phase('South', 'b'), ...phase('West', 'c')),
      ),
      ['a', 'aa', 'b', 'bb', 'c', 'cc'],
    );
  });
  it('are work by a number with a hash', () =>
    assert.deepEqual(
      titles(read('# Plan', '## Things', '### #12: Sow', 'Words.', '### 12: Reap', 'Words.')),
      ['#12: Sow'],
    ));
});
