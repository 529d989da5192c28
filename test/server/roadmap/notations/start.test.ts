import { lines } from './said.ts';

describe('notation of starts', () =>
  lines([
    ['Start: 2025-08-01', { start: '2025-08-01' }],
    ['Start date: Aug 1, 2025', { start: '2025-08-01' }],
    ['Ship it 🛫 2025-08-01 📅 2025-09-01', { start: '2025-08-01', due: '2025-09-01' }],
    ['Ship it [scheduled:: 2025-08-01]', { start: '2025-08-01' }],
    ['开始日期：2025-08-01', { start: '2025-08-01' }],
    ['Start: with the tests', {}],
    ['Restart: 2025-08-01', {}],
  ]));
