// @ts-check
import { CONFIGURATION_SCHEMA, optionSchema, SEVERITIES } from '../../server/src/config/schema.ts';
import { RULES } from '../../server/src/rules/index.ts';

/** @typedef {(typeof RULES)[number]} Rule */

const choices = {
  type: 'string',
  enum: SEVERITIES,
  enumDescriptions: SEVERITIES.map((severity) => `%config.severity.${severity}%`),
};

/** @param {Rule} rule */
function settingOf({ id, defaultSeverity, options = {} }, /** @type {number} */ index) {
  const shared = { order: index + 1, scope: 'resource', default: defaultSeverity };
  const markdownDescription = `%config.rules.${id}%`;
  // The settings editor shows a list of choices for a plain string alone.
  if (Object.keys(options).length === 0) return { ...shared, ...choices, markdownDescription };
  const properties = Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      return [name, { ...optionSchema(option), description: `%config.rules.${id}.${name}%` }];
    }),
  );
  return {
    ...shared,
    anyOf: [
      choices,
      {
        type: 'object',
        properties: { severity: { ...choices, description: '%config.severity%' }, ...properties },
        additionalProperties: false,
      },
    ],
    markdownDescription,
  };
}

/**
 * package.json with the settings of all rules.
 * @param {string} manifest
 */
export function withRuleSettings(manifest) {
  const value = JSON.parse(manifest);
  const group = value.contributes.configuration.find(
    (/** @type {{ title: string }} */ { title }) => title === '%config.rules%',
  );
  group.properties = Object.fromEntries(
    RULES.map((rule, index) => [`roadmap.rules.${rule.id}`, settingOf(rule, index)]),
  );
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * package.nls.json with the texts of these settings, where they stand.
 * @param {string} texts
 */
export function withRuleTexts(texts) {
  const lines = texts.split('\n').filter((line) => !/^ {2}"config\.rules\./u.test(line));
  const own = RULES.flatMap(({ id, setting, options = {} }) => [
    [`config.rules.${id}`, setting],
    ...Object.entries(options).map(([name, { description }]) => [`config.rules.${id}.${name}`, description]),
  ]).map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},`);
  lines.splice(lines.findIndex((line) => line.includes('"config.rules":')) + 1, 0, ...own);
  return lines.join('\n');
}

/** The schema of configuration files, for editors. */
export const schemaFile = () => `${JSON.stringify(CONFIGURATION_SCHEMA, null, 2)}\n`;
