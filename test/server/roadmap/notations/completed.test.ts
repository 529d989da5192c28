import { lines } from './said.ts';

describe('notation of completion dates', () =>
  lines([
    ['*Completed: 2025-07-24*', { completed: '2025-07-24' }],
    ['Ship it - *Completed: 2025-07-24*', { completed: '2025-07-24' }],
    ['Done: July 24, 2025', { completed: '2025-07-24' }],
    ['Ship it completed:2025-07-24', { completed: '2025-07-24' }],
    ['Ship it cm:2025-07-24', { completed: '2025-07-24' }],
    ['Ship it (shipped 2026-03-02)', { completed: '2026-03-02' }],
    ['Ship it (done: 2026-03-02)', { completed: '2026-03-02' }],
    ['上线 (已完成 2025-10-28)', { completed: '2025-10-28' }],
    ['Ship it ✅ 2026-03-02', { completed: '2026-03-02' }],
    ['完了日：2026-03-02', { completed: '2026-03-02' }],
    ['Завершено: 02.03.2026', { completed: '2026-03-02' }],
    ['✅ Ship it 2026', {}],
    ['Completed: most of it', {}],
    ['Move to the Done: column', {}],
  ]));
