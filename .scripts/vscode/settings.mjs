// @ts-check
/**
 * The user settings of every VS Code that is started here. Without them a run depends on what VS Code offers,
 * downloads or asks on its first start.
 * @type {Readonly<Record<string, unknown>>}
 */
export const quietSettings = {
  // In a browser it is "afterDelay" otherwise, and a test could not tell an edit from a save.
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  // The chat panel would take a third of the window.
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  // A dialog would lie over the page until somebody answers.
  'security.workspace.trust.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // Otherwise VS Code may take the test's browser for a screen reader and change how the editor works.
  'editor.accessibilitySupport': 'off',
};

/**
 * The setting that makes an extension run in the web worker extension host, which is where it runs when VS Code
 * has no server at all.
 * @param {string} extensionId
 */
export const inWebWorker = (extensionId) => ({ 'remote.extensionKind': { [extensionId]: ['web'] } });
