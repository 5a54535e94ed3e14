/** Makes a new kata: an example that is proven as it stands, for its author to replace. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { katasOf } from '../course/katas.ts';
import { replaceFile } from '../course/keep.ts';
import { sectionOf } from '../course/lesson.ts';
import { AS_SHIPPED, checkShipped } from '../judging/as-shipped.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { ATTEMPTS, exampleFiles } from './new/files.ts';
import { withSection } from './new/lesson.ts';
import { type NewKata, readName } from './new/name.ts';

interface Written {
  readonly isNewChapter: boolean;
  /** In the file that says how stubs and specs are shipped, if the course has one. */
  readonly isNoted: boolean;
}

/** @throws {UsageError} before anything is written, when something is there already */
function writeKata(root: string, kata: NewKata): Written {
  const lesson = `katas/${kata.chapter}/README.md`;
  const old = existsSync(join(root, lesson))
    ? readFileSync(join(root, lesson), 'utf8').replaceAll('\r\n', '\n')
    : undefined;
  if (old !== undefined && sectionOf(old, kata.name) !== undefined)
    throw new UsageError(
      `${lesson} has a section «## ${kata.name}» already, and nothing is written over. Move it away, and put it in the place of the new one afterwards.`,
    );
  const section = withSection(old, kata);
  const files = { ...exampleFiles(kata), ...(old === undefined ? { [lesson]: section } : {}) };
  writeAll(root, Object.entries(files));
  if (old !== undefined) replaceFile(join(root, lesson), section);
  noteAsShipped(root, kata);
  return { isNewChapter: old === undefined, isNoted: existsSync(join(root, AS_SHIPPED)) };
}

/** The example is proven: its stub fails every test. */
function noteAsShipped(root: string, { chapter, name }: NewKata): void {
  const made = katasOf(root).filter(({ id }) => id === `${chapter}/${name}`);
  checkShipped(root, made, true);
}

/** Writes all of these files, or leaves none of them behind. */
function writeAll(root: string, files: readonly (readonly [file: string, text: string])[]): void {
  const written: string[] = [];
  try {
    for (const [file, text] of files) {
      const path = join(root, file);
      const folder = mkdirSync(dirname(path), { recursive: true });
      if (folder) written.push(folder);
      // Whatever is there already is somebody's work.
      closeSync(openSync(path, 'wx'));
      written.push(path);
      writeFileSync(path, text);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

function renderNew(
  { chapter, name }: NewKata,
  { isNewChapter, isNoted }: Written,
  style: Style,
): string {
  const id = `${chapter}/${name}`;
  const width = `solutions/${id}.ts`.length;
  const files = [
    [`katas/${chapter}/README.md`, isNewChapter ? 'the lesson of a new chapter' : 'its section'],
    [`katas/${id}.ts`, 'the stub'],
    [`katas/${id}.spec.ts`, 'the spec'],
    ...(isNoted ? [[AS_SHIPPED, 'its entry']] : []),
    [`solutions/${id}.ts`, 'the reference'],
    [`solutions/${id}/`, 'random scenes and attempts:'],
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
    '    scenes.ts',
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
