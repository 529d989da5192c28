/** For tests of each label of each field: values that nothing else can be, and what each is in short (see said.ts). */
import type { FieldName } from '../../../../server/src/roadmap/model.ts';

export const SAMPLES: Readonly<Record<FieldName, readonly [written: string, said: string]>> = {
  owners: ['@ann', '@ann'],
  due: ['2025-08-05', '2025-08-05'],
  start: ['2025-08-05', '2025-08-05'],
  completed: ['2025-08-05', '2025-08-05'],
  status: ['blocked', 'blocked'],
  priority: ['P1', 'P1'],
  effort: ['3d', '24-24 h'],
  progress: ['40%', '40 %'],
  dependsOn: ['TASK-7', 'TASK-7'],
  id: ['TASK-9', 'TASK-9'],
};
