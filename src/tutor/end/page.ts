/** What is said when the whole course is done. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KataStanding } from '../../judging/standing.ts';
import { breakLine } from '../../text/layout.ts';
import { renderMarkdown } from '../../text/markdown.ts';
import type { Style } from '../../text/style.ts';
import { renderKata } from '../page/kata.ts';

export function renderLastWords(style: Style): string {
  const text = readFileSync(join(import.meta.dirname, 'the-end.md'), 'utf8');
  return renderMarkdown(text.replaceAll('\r\n', '\n'), style);
}

/** When all has passed once more, in another order. */
export function renderEnd(style: Style): string {
  const head = `  ${style.good(`${style.done} All tests passed again, in another order.`)}`;
  return `${head}\n\n  ${style.bold('This is the end, for now.')}\n\n${renderLastWords(style)}`;
}

/** @param seed gives the same order again */
export function renderNotYet(standing: KataStanding, seed: number, style: Style): string {
  const why =
    'It passed a moment ago, but fails when all specs run again from the start, in another order. Does your code keep something outside of the function, from one test to the next?';
  return [
    `  ${style.bad(`${style.failed} Almost.`)}`,
    breakLine(`  ${why}`, style.width - 2, '  '),
    renderKata(standing, style),
    `  ${style.dim('again   ')} ${style.accent(`npx vitest run --sequence.shuffle --sequence.seed=${seed}`)}`,
  ].join('\n\n');
}
