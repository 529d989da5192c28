import { lines } from './said.ts';

describe('notation of due dates', () => {
  describe('labels', () =>
    lines([
      ['Due: 2025-08-01', { due: '2025-08-01' }],
      ['Due Date: 2025-08-01', { due: '2025-08-01' }],
      ['due-date: 2025-08-01', { due: '2025-08-01' }],
      ['due_date: 2025-08-01', { due: '2025-08-01' }],
      ['Deadline: 2025-08-01', { due: '2025-08-01' }],
      ['Target: 2025-08-01', { due: '2025-08-01' }],
      ['ETA: 2025-08-01', { due: '2025-08-01' }],
      ['Complete by: 2025-08-01', { due: '2025-08-01' }],
      ['Timeline: Q3 2025', { due: '2025-07-01..2025-09-30' }],
      ['Fällig am: 01.08.2025', { due: '2025-08-01' }],
      ['Échéance : 2025-08-01', { due: '2025-08-01' }],
      ['Fecha límite: 2025-08-01', { due: '2025-08-01' }],
      ['Prazo: 2025-08-01', { due: '2025-08-01' }],
      ['Förfaller: 2025-08-01', { due: '2025-08-01' }],
      ['Срок: 01.08.2025', { due: '2025-08-01' }],
      ['Термін: 01.08.2025', { due: '2025-08-01' }],
      ['截止日期：2025年8月1日', { due: '2025-08-01' }],
      ['期限：2025/08/01', { due: '2025-08-01' }],
      ['마감: 2025-08-01', { due: '2025-08-01' }],
    ]));

  describe('forms', () =>
    lines([
      ['*Due: 2025-07-25*', { due: '2025-07-25' }],
      ['**Ship it** - *Due: 2025-07-25*', { due: '2025-07-25' }],
      ['Ship it (due: 2025-07-25)', { due: '2025-07-25' }],
      ['Ship it (Target: Q1 2026)', { due: '2026-01-01..2026-03-31' }],
      ['Ship it due:2025-08-05 and more', { due: '2025-08-05' }],
      ['Ship it [due:: 2025-08-05]', { due: '2025-08-05' }],
      ['Ship it (due:: 2025-08-05)', { due: '2025-08-05' }],
      ['Ship it @due(2025-08-05)', { due: '2025-08-05' }],
      ['Ship it {due:2025-08-05}', { due: '2025-08-05' }],
      ['Ship it 📅 2025-08-05', { due: '2025-08-05' }],
      ['Ship it 📅️2025-08-05', { due: '2025-08-05' }],
      ['Ship it 🗓 2025-08-05', { due: '2025-08-05' }],
    ]));

  describe('words before the date', () =>
    lines([
      ['Due: ~ 2025-07-31', { due: '2025-07-31' }],
      ['Due: by 2025-07-31', { due: '2025-07-31' }],
      ['Due: end of July 2025', { due: '2025-07-21..2025-07-31' }],
      ['Due: no later than Friday, Aug 1, 2025', { due: '2025-08-01' }],
      ['Fällig: spätestens am 01.08.2025', { due: '2025-08-01' }],
      ["Échéance : d'ici le 1er août 2025", { due: '2025-08-01' }],
      ['Échéance : du 20 au 26 octobre 2025', { due: '2025-10-20..2025-10-26' }],
      ['Prazo: até 1 de agosto de 2025', { due: '2025-08-01' }],
      ['Срок: до 1 августа 2025', { due: '2025-08-01' }],
      ['Timeline: Days 10-11 (October 17-19, 2025)', { due: '2025-10-17..2025-10-19' }],
      ['Срок: 3 недели (до 21 февраля 2025)', { due: '2025-02-21' }],
      ['Target: "2025-08-01"', { due: '2025-08-01' }],
      ['Due: July 31', { due: '2025-07-31' }],
    ]));

  describe('told from the date of the document', () =>
    lines([
      ['Due: next week', { due: '2025-07-28..2025-08-03' }],
      ['Due: by end of month', { due: '2025-07-21..2025-07-31' }],
      ['Due: in 2 weeks', { due: '2025-07-24..2025-08-07' }],
      ['Due: within 3 days', { due: '2025-07-24..2025-07-27' }],
      ['Target: Q4', { due: '2025-10-01..2025-12-31' }],
      ['Target: 2026', { due: '2026-01-01..2026-12-31' }],
      ['Target: July', { due: '2025-07-01..2025-07-31' }],
    ]));

  describe('impossible', () =>
    lines([
      ['Due: 2025-02-30', { invalid: '2025-02-30 2025-02-28 2025-03-02' }],
      ['Due: Feb 30, 2025', { invalid: 'Feb 30, 2025 Feb 28, 2025 Mar 2, 2025' }],
      ['Ship it 📅 2025-13-01', { invalid: '2025-13-01 2025-01-13' }],
    ]));

  describe('no due dates', () =>
    lines([
      ['Target: us-west-2', {}],
      ['Target: ≥ 95 %', {}],
      ['Target: <300MB each', {}],
      ['Target: ____', {}],
      ['Target release: v4.0.0', {}],
      ['Due: TBD', {}],
      ['Due: ASAP', {}],
      ['Due: soon', {}],
      ['Due: Week 3', {}],
      ['Target: 2026 users', {}],
      ['Target: may be dropped', {}],
      ['Target: next week’s release', {}],
      ['Timeline: 2-3 weeks', { effort: '80-120 h' }],
      ['Due: when the 2025-07-31 report is out', {}],
      ['Deadline: Friday', {}],
      ['EKS Backup (released December 2024)', {}],
      ['Created 2025-07-25', {}],
      ['Read report-2025-07-25.md', {}],
      ['Open 24/7 on Kubernetes 1.18', {}],
      ['Targets: Unattached EBS, old AMIs', {}],
    ]));
});
