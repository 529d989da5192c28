import type { RootContent } from 'mdast';
import { maskMarkup, spanOf } from '../markdown/mask.ts';
import { hasMojibake } from '../mojibake.ts';
import { directivesIn, type Directive } from '../directives.ts';
import type { Span } from '../model.ts';
import { sayingsOf, type Sayings } from './document.ts';
import { blocksOf, type Block, type Shape } from './shapes.ts';

/** What can be told of a chapter by itself, and what it contributes to questions about its whole document. */
export interface Survey {
  /** The text with all hidden that isn't prose. */
  readonly masked: string;
  readonly blocks: readonly Block[];
  readonly sayings: Sayings;
  readonly shapes: readonly Shape[];
  /** Where the headings of the first level begin. */
  readonly titles: readonly number[];
  /** Comments that silence findings; positions are those in the chapter. */
  readonly directives: readonly Directive[];
  /** People tick boxes or keep tables here. */
  readonly hasTicks: boolean;
  /** Bullets begin with crosses or warnings: signs aren't only praise. */
  readonly hasCrosses: boolean;
  readonly hasMojibake: boolean;
  /** The same where the shapes of its headings are the same. */
  readonly shapeKey: string;
  /** The same where the chapter says the same of its document, in the same place. */
  readonly wholeKey: string;
}

export function surveyOf(text: string, nodes: readonly RootContent[], matter: Span): Survey {
  const masked = maskMarkup(text, nodes);
  const content = nodes.filter((node) => spanOf(node).start >= matter.end);
  const blocks = blocksOf(content, text);
  const sayings = sayingsOf(masked, nodes, matter);
  const shapes = blocks.map(({ shape }) => shape);
  const about = {
    titles: blocks.flatMap(({ heading }) => (heading.depth === 1 ? spanOf(heading).start : [])),
    hasTicks: nodes.some((node) => hasTicks(node, text)),
    hasCrosses: /^[ \t]*[-*+] (?:❌|⚠)/mu.test(masked),
  };
  let isGarbled: boolean | undefined;
  let [shapeKey, wholeKey]: (string | undefined)[] = [];
  return {
    masked,
    blocks,
    shapes,
    sayings,
    directives: directivesIn(text, content),
    ...about,
    // Only a document that is edited asks for these.
    get hasMojibake() {
      return (isGarbled ??= hasMojibake(text));
    },
    get shapeKey() {
      return (shapeKey ??= JSON.stringify(shapes));
    },
    get wholeKey() {
      return (wholeKey ??= JSON.stringify({
        ...about,
        ...sayings,
        told: sayings.told.map(({ line, ...told }) => ({
          ...told,
          line: line.text,
          at: line.sourceOffset(0),
        })),
      }));
    },
  };
}

const TICK = /^(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]/u;

/** A table, or a list in which people tick boxes. Boxes beneath plain bullets are their steps. */
function hasTicks(node: RootContent, text: string): boolean {
  if (node.type === 'table') return true;
  if (node.type !== 'list') return false;
  return node.children.some((item) => {
    const { start } = spanOf(item);
    return TICK.test(text.slice(start, start + 20));
  });
}
