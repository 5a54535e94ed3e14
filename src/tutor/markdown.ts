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
      return wrap(
        lines
          .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
          .replace(/(\*\*|[*_])(?=\S)([^*_]+?)\1/g, '$2'),
        76,
      ).replace(/`([^`]+)`/g, (_, code: string) => style.accent(code));
    })
    .join('\n\n');
}
