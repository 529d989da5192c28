import assert from 'node:assert/strict';
import { plainText, plainTitle } from '../../../../server/src/roadmap/markdown/text.ts';

describe('markdown as plain text', () => {
  for (const [markdown, text] of [
    ['**Enable MFA** for *all* users', 'Enable MFA for all users'],
    ['__Enable__ _MFA_', 'Enable MFA'],
    ['~~gone~~ for good', 'gone for good'],
    ['[a link](https://example.com/x_y_z) and [another][ref]', 'a link and another'],
    ['![picture](x.png) beside', 'picture beside'],
    ['keep snake_case_names and 2 * 3 * 4', 'keep snake_case_names and 2 * 3 * 4'],
    ['keep `code_with_marks`', 'keep `code_with_marks`'],
    ['escaped \\*stars\\* and \\[brackets\\]', 'escaped *stars* and [brackets]'],
    ['before <!-- Owner: @x --> after', 'before after'],
    ['no-break\u00a0space,   many   spaces ', 'no-break space, many spaces'],
    ['', ''],
  ] as const)
    it(markdown, () => assert.equal(plainText(markdown), text));

  describe('titles lose their decoration', () => {
    for (const [markdown, title] of [
      ['🔴 Priority 1', 'Priority 1'],
      ['⚙️ 🔧 **Settings** 🔧', 'Settings'],
      ['👩‍💻 Team', 'Team'],
      [':rocket: Launch', 'Launch'],
      ['🚀 Future', 'Future'],
      ['1. First', '1. First'],
      ['🔴', '🔴'],
      ['#1 in class', '#1 in class'],
    ] as const)
      it(markdown, () => assert.equal(plainTitle(markdown), title));
  });
});
