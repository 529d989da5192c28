// @ts-check
import { readMatter } from '../../server/src/config/read.ts';
import { parseYaml } from '../../server/src/config/yaml.ts';
import { check, RULES } from '../../server/src/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings.ts';
import { readRoadmap } from '../../server/src/roadmap/read.ts';

/** @typedef {(typeof RULES)[number]} Rule */

/** The day on which the examples are read. */
const TODAY = '2025-07-28';

const WRITTEN =
  '<!-- Written by `npm run docs` from the catalogue of rules in server/src/rules. Changes belong there. -->';

/**
 * The pages of docs/rules, by file name. Throws if a rule doesn't speak of its own example, or speaks of the one of which it
 * must not.
 * @returns {Map<string, string>}
 */
export function rulePages() {
  return new Map([
    ['README.md', overview()],
    ...RULES.map((rule) => /** @type {const} */ ([`${rule.id}.md`, pageOf(rule)])),
  ]);
}

function overview() {
  const rows = RULES.map(
    ({ id, title, defaultSeverity, options, tags }) =>
      `| [${id}](${id}.md) | ${lower(title)} | ${defaultSeverity} | ${Object.keys(options ?? {})
        .map((name) => `\`${name}\``)
        .join(', ')} | ${tags.join(', ')} |`,
  );
  return `${[
    WRITTEN,
    '# Rules',
    ['| rule | says | severity | options | tags |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
    'Severities are `error`, `warning`, `information`, `hint` and `off`. [Configuration](../configuration.md) tells where they and the options are set, for oneself and for a whole repository, and how a rule is silenced in one place.',
  ].join('\n\n')}\n`;
}

/** @param {Rule} rule */
function pageOf(rule) {
  const { id, title, explanation, defaultSeverity, tags } = rule;
  const { why, counts, bad, good, fixes } = explanation;
  const messages = said(rule, bad);
  if (messages.length === 0) throw new Error(`${id} has nothing to say of its own example.`);
  const [wrong] = said(rule, good);
  if (wrong !== undefined) throw new Error(`${id} speaks of what is right: ${wrong}`);
  return `${[
    WRITTEN,
    `# ${id}`,
    `${title}. Default severity: ${defaultSeverity}. Tags: ${tags.join(', ')}.`,
    why,
    ...(counts.length > 0 ? [counts.map((one) => `- ${one}`).join('\n')] : []),
    '## Example',
    block(bad),
    `> ${messages.join('\n>\n> ')}`,
    'Nothing is said of this:',
    block(good),
    ...(fixes === undefined ? [] : ['## Fixes', fixes]),
    '## Options',
    optionsOf(rule),
  ].join('\n\n')}\n`;
}

/** @param {Rule} rule */
function optionsOf({ id, options = {} }) {
  const rows = Object.entries(options).map(([name, option]) => {
    const values =
      option.type === 'enum' ? option.values.map((value) => `\`${value}\``).join(', ') : option.type;
    return `| \`${name}\` | ${values} | \`${JSON.stringify(option.default)}\` | ${option.description} |`;
  });
  const setting = `The [setting](../configuration.md) \`roadmap.rules.${id}\` is a severity`;
  return rows.length === 0
    ? `${setting}. There are no other options.`
    : [
        `${setting}, or an object with \`severity\` and these:`,
        ['| option | values | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n'),
      ].join('\n\n');
}

/**
 * What the rule says of a document.
 * @param {Rule} rule
 * @param {import('../../server/src/rules/rule.ts').Example} lines
 */
function said({ id, defaultSeverity }, lines) {
  const severity = defaultSeverity === 'off' ? 'warning' : defaultSeverity;
  const settings = { ...DEFAULT_SETTINGS, rules: { [id]: { severity } } };
  const roadmap = readRoadmap(`${lines.join('\n')}\n`);
  const { faults } = roadmap.configuration ? readMatter(roadmap.configuration, parseYaml) : { faults: [] };
  return check(roadmap, { today: TODAY, settings, faults })
    .filter(({ rule }) => rule === id)
    .map(({ message }) => message);
}

/** @param {readonly string[]} lines */
const block = (lines) => ['```markdown', ...lines, '```'].join('\n');

/** @param {string} sentence */
const lower = (sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
