import { toAscii } from './ascii.ts';
import { glyphsFor } from './glyphs.ts';
import { breakLine, columnsOf } from './layout.ts';
import { squeeze } from './squeeze.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';

/** Stands for a blank at which no line may be broken. */
const GLUE = '\ue000';
const LONGEST_GLUED = 30;

/** The little Markdown that lessons use, as a page for a terminal. */
export function renderMarkdown(markdown: string, style: Style): string {
  const width = style.width - 4;
  // Some signs get longer, so this is not left to the page.
  const plain = (text: string) => (style.unicode ? text : toAscii(text));
  return markdown
    .split(/^(```[\s\S]*?^```)$/m)
    .flatMap((block) =>
      block.startsWith('```')
        ? [plain(renderCode(style.unicode ? block : cutInAscii(block), width))]
        : plain(block)
            .trim()
            .split(/\n{2,}/)
            .map((paragraph) => renderParagraph(paragraph, style, width)),
    )
    .filter((block) => block !== '')
    .join('\n\n')
    .replaceAll(GLUE, ' ')
    .replace(/^(?=.)/gm, '  ');
}

/** In a picture, a name that is cut off gets no longer by that. */
function cutInAscii(block: string): string {
  const isPicture = /^```text (?:play|timeline)/.test(block);
  return isPicture ? block.replaceAll('…', glyphsFor(false).cut) : block;
}

/** The room that pictures leave at their left is needed where a terminal is narrow. */
function renderCode(block: string, width: number): string {
  const lines = block.split('\n').slice(1, -1);
  const indentation = Math.min(...lines.filter((line) => line !== '').map(indentationOf));
  return squeeze(
    lines.map((line) => line.slice(indentation)),
    width,
  )
    .join('\n')
    .replace(/^(?=.)/gm, '  ');
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

function renderParagraph(paragraph: string, style: Style, width: number): string {
  const heading = /^#+ (.*)/.exec(paragraph);
  if (heading) return breakLine(paintWords(heading[1] ?? '', style.bold), width);
  const lines = paragraph.split('\n');
  if (lines.every((line) => line.startsWith('|'))) {
    const rows = lines
      .map(cellsIn)
      .filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)));
    return renderTable(
      rows.map((cells) => cells.map((cell) => paintInline(cell, style))),
      style,
      width,
    );
  }
  return itemsIn(lines)
    .map(({ mark, text }) =>
      breakLine(mark + paintInline(text, style), width, ' '.repeat(columnsOf(mark))),
    )
    .join('\n');
}

/** A bar inside of code does not end a cell. */
function cellsIn(row: string): string[] {
  return (row.trim().match(/(?:`[^`]*`|[^|])+/g) ?? []).map((cell) => cell.trim());
}

/** The items of a list, each with what it goes on with; plain text is one item without a mark. */
function itemsIn(lines: readonly string[]): { mark: string; text: string }[] {
  const items: { mark: string; text: string }[] = [];
  for (const line of lines) {
    const { mark, text = '' } = /^(?<mark> *(?:-|\d+\.) +)?(?<text>.*)$/.exec(line)?.groups ?? {};
    const last = items.at(-1);
    if (mark !== undefined || !last) items.push({ mark: mark ?? '', text });
    else last.text += ` ${text.trim()}`;
  }
  return items;
}

/** What is painted is painted word by word: lines are broken later, between any two of them. */
function paintInline(text: string, style: Style): string {
  return withoutCodeInBold(text)
    .split(/(`[^`]+`)/)
    .map((part, i) =>
      part.startsWith('`')
        ? paintWords(glue(style.colours ? part.slice(1, -1) : part), style.accent)
        : paintProse(part, i === 0, style),
    )
    .join('');
}

/** Bold that contains code ends before it, and goes on behind it. */
function withoutCodeInBold(text: string): string {
  return text.replace(/\*\*(?=\S)((?:`[^`]+`|[^*`])+)\*\*/g, (whole, inside: string) =>
    inside.includes('`')
      ? inside.replace(/(`[^`]+`)|([^`]+)/g, (_, code: string, words: string) =>
          code ? code : words.trim() ? words.replace(/\S(?:.*\S)?/s, '**$&**') : words,
        )
      : whole,
  );
}

/** Links without their addresses, words without emphasis. Names in code have underscores of their own. */
function paintProse(prose: string, isFirst: boolean, style: Style): string {
  return prose
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*(?=\S)([^*]+)\*\*/g, (_, words: string, at: number) =>
      // A paragraph may begin with a title in bold; where there is none, it must be seen all the same.
      isFirst && at === 0 && !style.colours ? words.toUpperCase() : paintWords(words, style.bold),
    )
    .replace(/(^|\W)([*_])(?=\S)([^*_]+?)\2(?=\W|$)/g, '$1$3');
}

/** `npm run hint` is torn apart only where it must be. */
function glue(code: string): string {
  return code.length > LONGEST_GLUED ? code : code.replaceAll(' ', GLUE);
}

function paintWords(words: string, paint: (word: string) => string): string {
  return words
    .split(' ')
    .map((word) => (word === '' ? '' : paint(word)))
    .join(' ');
}
