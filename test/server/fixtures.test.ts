import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { toggleStatus } from '../../server/src/edits/status.ts';
import { effective, type Roadmap } from '../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../server/src/roadmap/read.ts';
import { check } from '../../server/src/rules/index.ts';
import { DOCUMENTS, readFixture } from './fixtures.ts';
import { inherited, item, stated, titles } from './roadmap/read.ts';

const TODAY = '2026-11-20';

const done = ({ items }: Roadmap): number => items.filter(({ status }) => status === 'done').length;
const found = (roadmap: Roadmap, rule: string): number =>
  check(roadmap, { today: TODAY }).filter((finding) => finding.rule === rule).length;
const priorities = ({ items }: Roadmap): string[] =>
  items.map((it) => effective(it, 'priority')?.value ?? '-');
const sections = (roadmap: Roadmap): string[] => roadmap.sections.map(({ title }) => title);

describe('documents in the dialects that people write', () => {
  describe('a log with owners and dates, mis-decoded', () => {
    const roadmap = readFixture('improvements-log.md');

    it('has 8 items, 2 of them done', () => assert.deepEqual([roadmap.items.length, done(roadmap)], [8, 2]));
    it('is past due in all that is open and dated', () => assert.equal(found(roadmap, 'past-due'), 6));
    it('is in want of a review', () => assert.equal(found(roadmap, 'stale-review'), 1));
    it('names an owner for everything', () => assert.equal(found(roadmap, 'missing-owner'), 0));
    it('has priorities by section', () =>
      assert.deepEqual(priorities(roadmap), ['P1', 'P1', 'P1', 'P2', 'P2', 'P4', '-', '-']));
    it('names its sections readably', () =>
      assert.deepEqual(sections(roadmap).slice(1, 3), ['Priority 1: Safety of Bookings', 'Accounts']));
    it('promises a week', () =>
      assert.deepEqual(
        [item(roadmap, 'Keep a second timetable server').section?.horizon?.value.end],
        ['2025-03-17'],
      ));
    it('takes no target for a date, no status for one, no down time for an effort', () => {
      assert.deepEqual(Object.keys(item(roadmap, 'Check card terminals for tampering').fields).sort(), [
        'due',
        'owners',
      ]);
      assert.deepEqual(Object.keys(item(roadmap, 'Keep a second timetable server').fields).sort(), [
        'due',
        'owners',
      ]);
      assert.equal(item(roadmap, 'Ask for a second factor at the harbour desks').status, 'todo');
    });
  });

  describe('phases with priorities in headings, mis-decoded', () => {
    const roadmap = readFixture('phases.md');

    it('have 11 items, 1 of them done', () =>
      assert.deepEqual([roadmap.items.length, done(roadmap)], [11, 1]));
    it('have priorities by section', () =>
      assert.deepEqual(priorities(roadmap), ['-', '-', '-', 'P1', 'P1', 'P2', 'P3', '-', '-', '-', '-']));
    it('have readable titles', () => {
      assert.ok(titles(roadmap).includes('Weigh crates at the gate (scale → tablet → server)'));
      assert.ok(sections(roadmap).includes('Phase 1: Core (Current Focus)'));
    });
    it('leave what stands at the end to the document', () => {
      assert.deepEqual(item(roadmap, 'Keep copies in a second barn').fields, {});
      assert.equal(roadmap.document.lastUpdated?.value.end, '2025-09-21');
    });
    it('are told once for each section that nobody owns', () =>
      assert.equal(found(roadmap, 'missing-owner'), 6));
  });

  describe('epics with fields in headings', () => {
    const roadmap = readFixture('epics.md');

    it('are items, and so are their steps', () => assert.equal(roadmap.items.length, 10));
    for (const [title, minHours, maxHours] of [
      ['Greenhouse (Second Site)', 32, 48],
      ['Cold Store', 80, 120],
      ['Delivery Routes', 40, 64],
    ] as const)
      it(`${title} takes ${minHours} to ${maxHours} hours`, () => {
        const epic = item(roadmap, title);
        assert.deepEqual([epic.kind, epic.fields.effort?.value], ['heading', { minHours, maxHours }]);
        assert.ok(roadmap.items.some(({ parent }) => parent === epic));
      });
  });

  describe('bullets in categories, with output in fences', () => {
    const roadmap = readFixture('readiness.md');

    it('have 11 items, none of them from a fence', () => {
      assert.equal(roadmap.items.length, 11);
      assert.ok(titles(roadmap).every((title) => !title.includes('not an item')));
      assert.ok(roadmap.items.every(({ fields }) => Object.keys(fields).length === 0));
    });
    it('are those beneath a category, not the category', () => {
      assert.ok(titles(roadmap).includes('Write one.'));
      for (const category of ['Spare Parts', 'Who Is Told', 'Phone Tree', 'Paper'])
        assert.ok(!titles(roadmap).includes(category), category);
    });
  });

  describe('boxes without owners or dates', () => {
    const roadmap = readFixture('enhancements.md');

    it('are 7, 3 of them done', () => assert.deepEqual([roadmap.items.length, done(roadmap)], [7, 3]));
    it('take no date and no status out of a title', () => {
      assert.deepEqual(item(roadmap, 'Lamps that turn off by themselves (released May 2024)').fields, {});
      assert.equal(item(roadmap, 'Search by shelf (if visitors ask for it)').status, 'todo');
    });
  });

  /** `title status`, and what is stated and inherited of owners, due and the like, in the document's words. */
  const brief = (name: string): unknown[] =>
    readFixture(name).items.map((it) => {
      const said = Object.entries({ ...inherited(it), ...stated(it) });
      // The status is told beside the title, wherever it comes from.
      return [`${it.title}: ${it.status}`, Object.fromEntries(said.filter(([field]) => field !== 'status'))];
    });

  for (const [what, name, expected] of [
    [
      'a German plan of action, with states in headings',
      'massnahmenplan.md',
      [
        ['Lampen austauschen: done', {}],
        ['Stühle polstern: done', { owners: 'Ute Brandt' }],
        ['Regale abbauen: done', {}],
        ['Wände trocknen: todo', { due: '30.06.2025' }],
        ['Boden fliesen: cancelled', {}],
        ['Phase 3: Heizung: todo', { owners: 'Jens Koch', due: '31.10.2025' }],
        [
          'Angebote einholen: todo',
          { owners: 'Jens Koch from Phase 3: Heizung', due: '2025-10-31 from Phase 3: Heizung' },
        ],
        [
          'Kessel bestellen: todo',
          { owners: 'Jens Koch from Phase 3: Heizung', due: '2025-10-31 from Phase 3: Heizung' },
        ],
        ['Förderantrag stellen: done', { owners: 'Ute Brandt', priority: 'hoch', due: '15.04.2025' }],
        ['Lesepaten suchen: todo', { owners: 'offen', priority: 'mittel', due: 'Q3 2025' }],
        ['Katalog drucken: todo', { owners: 'Jens Koch', priority: 'niedrig', due: '31.03.2025' }],
      ],
    ],
    [
      'a Japanese roadmap, with signs for boxes',
      'toshokan-roadmap.md',
      [
        ['✅ 書名で検索する: done', {}],
        ['✅ 著者名で検索する: done', {}],
        ['予約ボタンを付ける: done', {}],
        ['順番待ちを表示する: in-progress', {}],
        ['取り消しを受け付ける: todo', {}],
        ['通知を送る: todo', { owners: '佐藤', due: '2025年9月30日', priority: 'P1 from 高優先度' }],
        ['履歴を残す: done', { priority: 'P1 from 高優先度' }],
        ['点字版を用意する: todo', { owners: '鈴木', due: '2025年12月', priority: 'P3 from 低優先度' }],
      ],
    ],
    [
      'a Spanish plan, with states in brackets',
      'plan-huerto.md',
      [
        ['Limpiar el terreno: done', {}],
        ['Construir la valla: done', {}],
        ['Comprar semillas: done', {}],
        ['Sembrar tomates: todo', { owners: 'Marta' }],
        ['Instalar riego: todo', { due: '15/05/2025' }],
        ['Recoger tomates: todo', {}],
        ['Vender en el mercado: todo', {}],
        ['Pedir agua al ayuntamiento: todo', { owners: 'Luis', priority: 'alta', effort: '2 días' }],
        ['Pintar el cartel: todo', { priority: 'baja' }],
      ],
    ],
    [
      'a Russian plan, with numbers in headings',
      'plan-remonta.md',
      [
        ['1.1 Снять старую кровлю: todo', { effort: '3 дня' }],
        ['1.2 Положить новую кровлю: todo', { effort: '2 недели', owners: 'Олег', due: '30.08.2025' }],
        ['2.1 Покрасить стены — готово: done', {}],
        ['2.2 Заменить окна: in-progress', { priority: 'высокий' }],
      ],
    ],
    [
      'a Korean backlog',
      'baekrog.md',
      [
        ['주문 화면 만들기: in-progress', { owners: '민수' }],
        ['쿠폰 넣기: todo', { due: '2025-09-01' }],
        ['포인트 쌓기: todo', { owners: '지영', priority: '높음' }],
        ['메뉴판 올리기: done', {}],
        ['영업시간 적기: done', { completed: '2025-06-30' }],
      ],
    ],
    [
      'a board',
      'kanban.md',
      [
        ['Sharpen knives: todo', {}],
        ['Order flour: todo', { owners: '@bea' }],
        ['Clean the hood: in-progress', {}],
        ['Fix the tap: done', {}],
        ['Label jars #pantry: todo', {}],
        ['Replace the oven: done', {}],
      ],
    ],
    [
      'a French plan, with names for its tasks',
      'plan-festival.md',
      [
        ['Écrire à la mairie: todo', { owners: 'Chloé', effort: '2 jours' }],
        ['Réserver la place: todo', { owners: 'Karim', due: '12/05/2025' }],
        ['Tâche 2.1 : Louer les tables: done', {}],
        ['Tâche 2.2 : Trouver une sono: todo', { priority: 'haute' }],
        ['Remercier les voisins: todo', {}],
      ],
    ],
    [
      'a list without headings',
      'todo-boat.md',
      [
        ['Mend the jib: todo', { due: '2025-06-01' }],
        ['Scrape the hull: done', {}],
        ['Varnish the tiller: in-progress', {}],
        ['Buy flares: todo', { owners: 'Nils', priority: 'P0' }],
        ['check the lamps: todo', {}],
      ],
    ],
    [
      'a list in the front matter',
      'season.md',
      [
        ['Book the hall: main stage: done', { owners: 'maria', due: '2025-09-15' }],
        ['Print the scores: todo', { owners: 'jonas', priority: 'high' }],
        ['Tune the piano: todo', { owners: 'jonas' }],
      ],
    ],
  ] as const)
    it(`${what}: ${name}`, () => assert.deepEqual(brief(name), expected));

  for (const name of readdirSync(DOCUMENTS))
    it(`${name}: two toggles of any item give back the bytes`, () => {
      const roadmap = readFixture(name);
      // What was neither done nor to do, or was ticked without the date that others have, is not given back.
      const items = roadmap.items.filter(({ box, status, fields }) =>
        box ? box.mark === ' ' || (box.mark === 'x' && fields.completed) : status === 'todo',
      );
      assert.ok(items.length > 0);
      for (const before of items) {
        const once = readRoadmap(applyEdits(roadmap.text, toggleStatus(roadmap, before, TODAY) ?? []));
        const after = once.items.find(({ id }) => id === before.id);
        assert.ok(after && after.status !== before.status, before.title);
        assert.equal(
          applyEdits(once.text, toggleStatus(once, after, TODAY) ?? []),
          roadmap.text,
          before.title,
        );
      }
    });
});
