/** Makes a new kata: an example that is proven as it stands, for its author to replace. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { sectionOf } from '../course/lesson.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { ATTEMPTS, exampleFiles } from './new/files.ts';
import { withSection } from './new/lesson.ts';
import { type NewKata, readName } from './new/name.ts';

/** @throws {UsageError} before anything is written, when something is there already */
function writeKata(root: string, kata: NewKata): { isNewChapter: boolean } {
  const lesson = `katas/${kata.chapter}/README.md`;
  const old = existsSync(join(root, lesson))
    ? readFileSync(join(root, lesson), 'utf8').replaceAll('\r\n', '\n')
    : undefined;
  if (old !== undefined && sectionOf(old, kata.name) !== undefined)
    throw new UsageError(
      `${lesson} has a section «## ${kata.name}» already, and nothing is written over. Move it away, and put it in the place of the new one afterwards.`,
    );
  for (const [file, text] of Object.entries(exampleFiles(kata))) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    // Whatever is there already is somebody's work.
    writeFileSync(join(root, file), text, { flag: 'wx' });
  }
  writeFileSync(join(root, lesson), withSection(old, kata));
  return { isNewChapter: old === undefined };
}

function renderNew(
  { chapter, name }: NewKata,
  { isNewChapter }: { isNewChapter: boolean },
  style: Style,
): string {
  const id = `${chapter}/${name}`;
  const width = `solutions/${id}.ts`.length;
  const files = [
    [`katas/${chapter}/README.md`, isNewChapter ? 'the lesson of a new chapter' : 'its section'],
    [`katas/${id}.ts`, 'the stub'],
    [`katas/${id}.spec.ts`, 'the spec'],
    [`solutions/${id}.ts`, 'the reference'],
    [`solutions/${id}/`, 'its attempts:'],
  ];
  const next = [
    ['prove it', `npm run prove -- ${id}`],
    ['how to', 'CONTRIBUTING.md'],
  ];
  const attempts = (kind: string) => ATTEMPTS.filter((file) => file.startsWith(kind)).join('  ');
  return [
    `  ${style.good(style.done)} ${style.bold(name)} is there: an example, proven as it stands, for you to replace.`,
    '',
    ...files.map(([file = '', what]) => `  ${file.padEnd(width + 2)}  ${style.dim(what ?? '')}`),
    `    ${attempts('right')}`,
    `    ${attempts('wrong')}`,
    '',
    ...next.map(([what = '', how = '']) => `  ${style.dim(what.padEnd(8))}  ${style.accent(how)}`),
  ].join('\n');
}

const usage = {
  does: 'For authors: makes a new kata, an example that is proven as it stands, to be replaced.',
  ways: [['npm run new -- 20-mine/1-time-limit', 'chapter, number and name']],
} as const;

await command(import.meta.filename, usage, async (names) => {
  const root = process.cwd();
  const kata = readName(root, names);
  const written = writeKata(root, kata);
  show(`\n${renderNew(kata, written, terminalStyle())}\n`);
});
