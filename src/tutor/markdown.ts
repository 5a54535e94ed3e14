import { wrap } from '../lab/tell.ts';
import type { Style } from './style.ts';

/** The little Markdown that lessons use, as text for a terminal of 80 columns. */
export function renderMarkdown(markdown: string, style: Style): string {
  const blocks = markdown.split(/^(```[\s\S]*?^```)$/m);
  return blocks
    .map((block) => (block.startsWith('```') ? renderCode(block) : renderProse(block, style)))
    .join('\n\n')
    .trim()
    .replace(/^(?=.)/gm, '  ')
    .replace(/\n{3,}/g, '\n\n');
}

function renderCode(block: string): string {
  return block
    .split('\n')
    .slice(1, -1)
    .join('\n')
    .replace(/^(?=.)/gm, '  ');
}

function renderProse(block: string, style: Style): string {
  return block
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => {
      const heading = /^#+ (.*)/.exec(paragraph);
      if (heading) return style.bold(heading[1] ?? '');
      const lines = /^(- |\d+\. |\|)/m.test(paragraph)
        ? paragraph
        : paragraph.replaceAll('\n', ' ');
      // Wrapped first: signs that no terminal shows must not count as columns.
      return wrap(outsideCode(lines, plain), 76)
        .replace(/\ue000([^\ue001]*)\ue001/g, (_, words: string) => style.bold(words))
        .replace(/`([^`]+)`/g, (quoted, code: string) => {
          const painted = style.accent(code);
          return painted === code ? quoted : painted;
        });
    })
    .join('\n\n');
}

/** Names in code have underscores of their own. */
function outsideCode(text: string, change: (prose: string) => string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') ? part : change(part)))
    .join('');
}

/** Links without their addresses, words without emphasis, and marks of one column around bold ones. */
function plain(prose: string): string {
  return prose
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*(?=\S)([^*]+)\*\*/g, '\ue000$1\ue001')
    .replace(/(^|\W)([*_])(?=\S)([^*_]+?)\2(?=\W|$)/g, '$1$3');
}
