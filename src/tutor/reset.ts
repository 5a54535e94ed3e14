import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { EXAMPLES, type Example, exampleOf, examplesOf, isExample } from '../course/examples.ts';
import { placeForCopy } from '../course/keep.ts';
import { findKatas } from '../course/names.ts';
import { list } from '../text/english.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { everIn, originalText } from './own/original.ts';
import { originalStub } from './own/stub.ts';

/** What can be put back: a stub, or an example. */
interface Own {
  /** `01-coroutines/3-in-order`, `01-coroutines/examples/1-tea`. */
  readonly id: string;
  /** Absolute path. */
  readonly file: string;
  /** `the stub`. */
  readonly what: string;
  readonly original: () => string;
}

interface Reset {
  readonly own: Own;
  /** Where the learner's version is kept, below the root; undefined when there was none. */
  readonly saved: string | undefined;
}

/** Puts it back; undefined when it is there already. */
function resetFile(root: string, own: Own): Reset | undefined {
  const original = own.original();
  if (!existsSync(own.file)) {
    writeFileSync(own.file, original);
    return { own, saved: undefined };
  }
  if (!statSync(own.file).isFile())
    throw new UsageError(
      `katas/${own.id}.ts is a folder; move it away first, as nothing of yours is thrown away.`,
    );
  if (readFileSync(own.file, 'utf8').replaceAll('\r\n', '\n') === original) return undefined;
  const saved = keep(root, own);
  writeFileSync(own.file, original);
  return { own, saved };
}

function keep(root: string, { id, file }: Own): string {
  const saved = `${placeForCopy(`${id}/`)}.ts`;
  mkdirSync(dirname(join(root, saved)), { recursive: true });
  copyFileSync(file, join(root, saved), constants.COPYFILE_EXCL);
  return saved;
}

function renderReset({ own, saved }: Reset, style: Style): string {
  const lines = [`  ${style.good(style.done)} katas/${own.id}.ts is ${own.what} again.`];
  if (saved) lines.push('', '  Your version is kept in', `  ${style.accent(saved)}`);
  return lines.join('\n');
}

/** @throws {UsageError} when there is none of that name, or more than one */
function chooseExample(root: string, names: readonly string[]): Own {
  const [name, ...more] = names;
  if (name === undefined || more.length > 0)
    throw new UsageError('Which example? Such as: npm run reset -- --example 01/1');
  const wanted = name.replace('/examples/', '/');
  const there = findKatas(examplesOf(root), wanted, root);
  const found = there.length > 0 ? there : findKatas(goneExamples(root), wanted, root);
  const [example] = found;
  if (!example || found.length > 1)
    throw new UsageError(
      example
        ? `${name} may be ${list(found.map(({ id }) => id))}: which one?`
        : `No example is called ${name}. This lists them: npm run play`,
    );
  const { chapter, file } = example;
  const id = `${chapter}/${EXAMPLES}/${example.name}`;
  return { id, file, what: 'the example', original: () => originalText(root, file) };
}

/** Those that somebody has deleted. */
function goneExamples(root: string): Example[] {
  return everIn(root, 'katas').flatMap((path) => {
    const [, chapter = '', folder, file = ''] = path.split('/');
    const isGone = folder === EXAMPLES && isExample(file) && !existsSync(join(root, path));
    return isGone ? [exampleOf(root, chapter, file)] : [];
  });
}

async function chooseStub(root: string, names: readonly string[]): Promise<Own> {
  const kata = await chooseKata(root, names);
  const { id, stub: file } = kata;
  return { id, file, what: 'the stub', original: () => originalStub(root, kata) };
}

const usage = {
  does: 'Puts a stub or an example back as it was, and keeps a copy of what you wrote.',
  ways: [
    ['npm run reset', 'the next kata to do'],
    ['npm run reset in-order', 'that kata'],
    ['npm run reset -- --example 01/1', 'that example of npm run play'],
  ],
  takesKata: true,
  flags: { example: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { example }) => {
  const root = process.cwd();
  const own = example ? chooseExample(root, names) : await chooseStub(root, names);
  const reset = resetFile(root, own);
  const text = reset
    ? renderReset(reset, terminalStyle())
    : `  katas/${own.id}.ts is ${own.what} already; nothing was changed.`;
  show(`\n${text}\n`);
});
