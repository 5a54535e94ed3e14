import { list } from '../../../text/english.ts';
import { type Glyphs, glyphs } from '../../../text/glyphs.ts';
import { breakLine, breakText } from '../../../text/layout.ts';
import { drawColumns } from '../../picture/columns.ts';
import { picturesOf, type Titled } from '../../picture/picture.ts';
import { drawText } from '../../picture/text.ts';
import type { Interleaving } from '../../trace/interleaving.ts';
import type { Trace } from '../../trace/trace.ts';
import type { Breach } from './breach.ts';
import { sayAwaitedTimer, sayOutside } from './outside.ts';

/** A breach as it travels to the page that shows it: plain data, and nothing in it is laid out. */
export interface Told {
  /** What a learner reads, one below the other. */
  readonly paragraphs: readonly string[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly pictures: readonly Titled[];
  /** Of threads. */
  readonly interleaving?: Interleaving | undefined;
}

/** Where there is no terminal to ask, as in plain vitest. */
const COLUMNS = 80;

/** What a learner is told of a breach. */
export function told(
  trace: Trace,
  { fact, possible, isProven = false, lists = {}, picture = true, due }: Breach,
): Told {
  const changed = trace.left.filter(({ kind }) => kind === 'world').map(({ what }) => what);
  const said = sayOutside(trace);
  const outside = said && !fact.includes(said) ? said : '';
  const isNews = changed.length > 0 && !fact.includes(changed[0] as string);
  const why = (isProven ? undefined : sayAwaitedTimer(trace)) ?? possible ?? '';
  const paragraphs = [fact, outside, why, isNews ? blame(changed) : ''];
  return {
    paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
    lists,
    pictures: picture ? picturesOf(trace, { due, isAlone: picture === 'yours' }) : [],
  };
}

const blame = (changed: readonly string[]) =>
  `It left ${list(changed)}, which all code of a program shares. Does the failure come from that?`;

/** The whole of it as text, in lines of at most so many columns. */
export function layOut(
  { paragraphs, lists, pictures, interleaving }: Told,
  columns = COLUMNS,
  signs: Glyphs = glyphs(),
): string {
  const words = paragraphs.map((paragraph) => breakText(paragraph, columns - 2));
  const steps = interleaving ? drawColumns(interleaving, columns - 2) : '';
  const parts = [
    ...words,
    inColumns(lists, columns - 2),
    drawText(pictures, signs, columns),
    steps,
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** Lines of words beside their titles. */
function inColumns(lists: Told['lists'], width: number): string {
  const indent = Math.max(...Object.keys(lists).map((title) => title.length)) + 4;
  return Object.entries(lists)
    .map(([title, words]) => {
      const line = `  ${title.padEnd(indent - 2)}${words.join(', ') || '(nothing)'}`;
      return breakLine(line, width, ' '.repeat(indent));
    })
    .join('\n');
}
