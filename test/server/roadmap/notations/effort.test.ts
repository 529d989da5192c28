import { lines } from './said.ts';

describe('notation of effort', () => {
  describe('labels and languages', () =>
    lines([
      ['Effort: 3 days', { effort: '24-24 h' }],
      ['Estimate: 3d', { effort: '24-24 h' }],
      ['Estimated Effort: 3d', { effort: '24-24 h' }],
      ['Estimate plan : 10-15 days (Complexity :high)', { effort: '80-120 h' }],
      ['Time estimate: 2h', { effort: '2-2 h' }],
      ['ETA: 3 days', { effort: '24-24 h' }],
      ['Timeline: 2-3 weeks', { effort: '80-120 h' }],
      ['Aufwand: 3 Tage', { effort: '24-24 h' }],
      ['Durée : 2 semaines', { effort: '80-80 h' }],
      ['Esfuerzo: 5 días', { effort: '40-40 h' }],
      ['Esforço: 2 meses', { effort: '320-320 h' }],
      ['Insats: 2 veckor', { effort: '80-80 h' }],
      ['Оценка: 3 дня', { effort: '24-24 h' }],
      ['工作量：5天', { effort: '40-40 h' }],
      ['工数：3日', { effort: '24-24 h' }],
      ['예상 시간: 4시간', { effort: '4-4 h' }],
    ]));

  describe('values', () =>
    lines([
      ['Effort: 90 min', { effort: '1.5-1.5 h' }],
      ['Effort: ~2h', { effort: '2-2 h' }],
      ['Effort: 1.5 days', { effort: '12-12 h' }],
      ['Effort: 1,5 Tage', { effort: '12-12 h' }],
      ['Effort: 2–3 days', { effort: '16-24 h' }],
      ['Effort: 10 - 15 Days (Complexity : High)', { effort: '80-120 h' }],
      ['Effort: 2 to 3 weeks', { effort: '80-120 h' }],
      ['Effort: 2-3 months development + testing', { effort: '320-480 h' }],
      ['Effort: Large (3-5 days)', { effort: '24-40 h' }],
      ['Effort: ~2d (ai:1d test:4h)', { effort: '16-16 h' }],
      ['Effort: M', { effort: 'a size' }],
      ['Effort: very small', { effort: 'a size' }],
      ['Effort: 5 points', { effort: 'a size' }],
    ]));

  describe('no effort', () =>
    lines([
      ['Run 30 minutes of load', {}],
      ['Run 30 minutes', {}],
      ['Takes 3 days', {}],
      ['Effort: unknown', {}],
      ['Effort: 24/7 monitoring', {}],
      ['Cache TTL: 5 minutes', {}],
      ['Downtime: 5-10 minutes for cutover', {}],
    ]));
});
