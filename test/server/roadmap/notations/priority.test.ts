import assert from 'node:assert/strict';
import { readHeadingPriority } from '../../../../server/src/roadmap/notations/priority.ts';
import { lines } from './said.ts';

describe('notation of priorities', () => {
  describe('labels and languages', () =>
    lines([
      ['Priority: High', { priority: 'P1' }],
      ['Prio: low', { priority: 'P3' }],
      ['Priorität: hoch', { priority: 'P1' }],
      ['Priorité : haute', { priority: 'P1' }],
      ['Prioridad: baja', { priority: 'P3' }],
      ['Prioridade: média', { priority: 'P2' }],
      ['Prioritet: hög', { priority: 'P1' }],
      ['Приоритет: высокий', { priority: 'P1' }],
      ['Пріоритет: низький', { priority: 'P3' }],
      ['优先级：高', { priority: 'P1' }],
      ['优先级：中', { priority: 'P2' }],
      ['優先度：低', { priority: 'P3' }],
      ['우선순위: 높음', { priority: 'P1' }],
    ]));

  describe('values', () =>
    lines([
      ['**Priority:** P0', { priority: 'P0' }],
      ['**Priority**: Critical', { priority: 'P0' }],
      ['Priority: 1', { priority: 'P1' }],
      ['Priority: 2 of 4', { priority: 'P2' }],
      ['Priority: P1 (High)', { priority: 'P1' }],
      ['Priority: P0-BLOCKER', { priority: 'P0' }],
      ['Priority: Medium-High', { priority: 'P2' }],
      ['Priority: High - Critical for SaaS scaling', { priority: 'P1' }],
      ['Priority: must have', { priority: 'P0' }],
      ['Priority: should-have', { priority: 'P1' }],
      ['Priority: could have', { priority: 'P2' }],
      ['Priority: nice to have', { priority: 'P3' }],
      ['Priority: lowest', { priority: 'P4' }],
      // The word wins over the emoji.
      ['Priority: 🟢 Medium', { priority: 'P2' }],
      ['Priority: 🟡 Medium', { priority: 'P2' }],
      ['Priority: 🔴', { priority: 'P1' }],
    ]));

  describe('signs', () =>
    lines([
      ['Ship it (P0)', { priority: 'P0' }],
      ['Ship it [HIGH]', { priority: 'P1' }],
      ['Ship it (low priority)', { priority: 'P3' }],
      ['P1: Ship it', { priority: 'P1' }],
      ['**P1** - Ship it', { priority: 'P1' }],
      ['Ship it 🔺', { priority: 'P0' }],
      ['Ship it ⏫ 📅 2025-08-01', { priority: 'P1', due: '2025-08-01' }],
      ['Ship it ⏬', { priority: 'P4' }],
    ]));

  describe('no priority', () =>
    lines([
      ['High availability of low latency services', {}],
      ['Reduce p99 latency', {}],
      ['Priority: to be discussed', {}],
      ['Set the priority: field', {}],
      ['HTTP/2 for P2P', {}],
      ['🔴 Ship it', {}],
      ['P0-1: Ship it', { priority: 'P0', id: 'P0-1' }],
    ]));

  describe('of headings', () => {
    for (const [title, priority] of [
      ['🔴 Priority 1: Security (IMMEDIATE ACTION)', 'P1'],
      ['Priority: High', 'P1'],
      ['High Priority', 'P1'],
      ['🟡 Medium priority items', 'P2'],
      ['P0 – Critical', 'P0'],
      ['Phase 1 (P2)', 'P2'],
      ['Must have', 'P0'],
      ['Nice-to-have', 'P3'],
      ['Critical', 'P0'],
      ['高优先级', 'P1'],
      ['Priorität 3', 'P3'],
      ['High Availability & Backup', undefined],
      ['Low-level design', undefined],
      ['Phase 1', undefined],
      ['Priorities', undefined],
      ['', undefined],
    ] as const)
      it(`'${title}': ${priority ?? 'none'}`, () => assert.equal(readHeadingPriority(title), priority));
  });
});
