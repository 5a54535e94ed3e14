import { aboutExample, type Example } from '../../../course/examples.ts';
import { title } from '../../../course/katas.ts';
import { breakLine, pad } from '../../../text/layout.ts';
import type { Style } from '../../../text/style.ts';

/** The examples of a chapter, each with what it shows. */
export function renderList(chapter: string, examples: readonly Example[], style: Style): string {
  const own = examples.filter((example) => example.chapter === chapter);
  const typed = own.map(({ chapter: it, name }) => `${it.split('-')[0]}/${name.split('-')[0]}`);
  const width = Math.max(0, ...own.map(({ name }) => name.length));
  const rows = own.map((example, i) => {
    const start = `  ${style.accent(pad(typed[i] ?? '', 6))}${style.bold(pad(example.name, width))}  `;
    return breakLine(start + aboutExample(example), style.width, ' '.repeat(width + 10));
  });
  const folder = `katas/${chapter}/examples`;
  const other = examples.find((example) => example.chapter !== chapter)?.chapter.split('-')[0];
  const others = other
    ? ` Those of another chapter: ${style.accent(`npm run play ${other}`)}.`
    : '';
  return [
    `  ${style.bold(title(chapter))}: programs to run, to change and to see`,
    rows.join('\n'),
    breakLine(
      `  Run one with ${style.accent(`npm run play ${typed[0]}`)}. They lie in ${folder}: change them, and see what becomes of it with ${style.accent(`npm run play ${typed[0]} -- --watch`)}.${others}`,
      style.width,
      '  ',
    ),
  ].join('\n\n');
}
