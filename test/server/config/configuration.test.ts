import assert from 'node:assert/strict';
import { accept, merged, settled } from '../../../server/src/config/configuration.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/rules/settings.ts';

const problems = (value: unknown): string[] => accept(value).problems.map(({ message }) => message);
const settle = (...values: unknown[]): ReturnType<typeof settled> =>
  settled(merged(values.map((value) => accept(value).configuration)));

describe('a configuration', () => {
  it('is taken as people write it', () =>
    assert.deepEqual(
      settle({
        rules: { 'past-due': 'error', 'missing-owner': { severity: 'hint' } },
        owners: ['@ann'],
        holidays: ['2025-12-25'],
        workingDays: ['monday', 'thursday'],
        capacity: { '@ann': 20 },
      }),
      {
        rules: { 'past-due': { severity: 'error' }, 'missing-owner': { options: {}, severity: 'hint' } },
        owners: ['@ann'],
        codeOwners: [],
        holidays: ['2025-12-25'],
        workingDays: [1, 4],
        capacity: { '@ann': 20 },
      },
    ));

  it('that says nothing leaves the defaults', () => {
    for (const nothing of [undefined, null, {}]) assert.deepEqual(settle(nothing), DEFAULT_SETTINGS);
  });

  for (const [value, ...messages] of [
    [[], 'It must be an object.'],
    ['x', 'It must be an object.'],
    [{ rule: {} }, 'Unknown key "rule": meant "rules"?'],
    [{ colour: 1 }, 'Unknown key "colour".'],
    [{ rules: { 'past-deu': 'off' } }, 'There is no rule "past-deu": meant "past-due"?'],
    [
      { rules: { 'past-due': 'eror', mojibake: 3 } },
      'rules.past-due must be error, warning, information, hint or off: meant "error"?',
      'rules.mojibake must be error, warning, information, hint or off, or an object.',
    ],
    [{ rules: { 'past-due': { severty: 'off' } } }, 'Unknown key "severty": meant "severity"?'],
    [{ owners: '@ann' }, 'owners must be a list.'],
    [{ owners: ['@ann', 3] }, 'owners[1] must be a string.'],
    [{ holidays: ['2025-13-01'] }, 'holidays[0] must be a date such as 2025-12-25.'],
    [{ capacity: -1 }, 'capacity must be at least 0.'],
    [{ capacity: { '@ann': 'all' } }, 'capacity.@ann must be a number.'],
    [{ capacity: null }, 'capacity must be a number, or an object.'],
  ] as [unknown, ...string[]][])
    it(`${JSON.stringify(value)} is told`, () => assert.deepEqual(problems(value), messages));

  it('counts where it is right', () =>
    assert.deepEqual(
      accept({
        owners: ['@ann', 3, '@bo'],
        rules: { x: 'off', mojibake: 'off', 'past-due': {} },
        capacity: '',
      }).configuration,
      { owners: ['@ann', '@bo'], rules: { mojibake: { severity: 'off' }, 'past-due': { options: {} } } },
    ));

  it('is overruled by later ones, key by key', () =>
    assert.deepEqual(
      settle(
        { rules: { 'past-due': { severity: 'hint' }, mojibake: 'off' }, owners: ['@ann'], capacity: 20 },
        { rules: { 'past-due': {} }, owners: ['@bo'] },
      ),
      {
        ...DEFAULT_SETTINGS,
        rules: { 'past-due': { options: {}, severity: 'hint' }, mojibake: { severity: 'off' } },
        owners: ['@bo'],
        capacity: 20,
      },
    ));
});
