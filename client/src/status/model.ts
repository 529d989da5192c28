/** What the language status says of the markdown document in the editor. */
import { countItems } from '../items/count.ts';
import type { StoreState } from '../items/store.ts';
import { countWords } from '../items/words.ts';
import type { Translate } from '../l10n.ts';
import type { FileItems } from '../../../server/src/protocol.ts';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  readonly command: { readonly id: string; readonly title: string; readonly argument?: string };
}

/** `file`: what is known of the document; `undefined` where it is no roadmap. */
export function statusText(state: StoreState, file: FileItems | undefined, t: Translate): StatusText {
  if (state === 'loading')
    return {
      text: t('Reading roadmaps'),
      detail: '',
      severity: 'information',
      busy: true,
      command: { id: 'roadmap.showOutput', title: t('Show Output') },
    };
  if (state === 'failed')
    return {
      text: t('Roadmap language server stopped'),
      detail: '',
      severity: 'error',
      busy: false,
      command: { id: 'roadmap.restartServer', title: t('Restart') },
    };
  if (file === undefined)
    return {
      text: t('Not a roadmap'),
      detail: t('its name matches none of the globs'),
      severity: 'information',
      busy: false,
      command: { id: 'roadmap.openSettings', title: t('Change Globs'), argument: 'roadmap.files' },
    };
  const counts = countItems(file.items);
  return {
    text: countWords(counts, t),
    detail: t('{0} closed', counts.closed),
    severity: counts.overdue > 0 ? 'warning' : 'information',
    busy: false,
    command: { id: 'roadmap.items.focus', title: t('Show Items') },
  };
}
