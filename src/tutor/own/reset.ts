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
import { UsageError } from '../../command/usage-error.ts';
import { EXAMPLES, type Example } from '../../course/examples.ts';
import type { Kata } from '../../course/katas.ts';
import { placeForCopy, replaceFile } from '../../course/keep.ts';
import type { Style } from '../../text/style.ts';
import { keptStub } from './kept-stubs.ts';
import { originalText } from './original.ts';
import { originalStub } from './stub.ts';

/** What can be put back: a stub, or an example. */
export interface Own {
  /** `01-coroutines/3-in-order`, `01-coroutines/examples/1-tea`. */
  readonly id: string;
  /** Absolute path. */
  readonly file: string;
  /** `the stub`. */
  readonly what: string;
  /** @throws {UsageError} when git is not there, or does not have it */
  readonly original: () => string;
}

export interface Reset {
  readonly own: Own;
  /** Where the learner's version is kept, below the root; undefined when there was none. */
  readonly saved: string | undefined;
}

export function stubOf(root: string, kata: Kata): Own {
  const { id, stub: file } = kata;
  const original = () => keptStub(root, kata) ?? originalStub(root, kata);
  return { id, file, what: 'the stub', original };
}

export function ownExample(root: string, { chapter, name, file }: Example): Own {
  const id = `${chapter}/${EXAMPLES}/${name}`;
  return { id, file, what: 'the example', original: () => originalText(root, file) };
}

/**
 * Puts it back; undefined when it is there already.
 *
 * @throws {UsageError} when git is not there, or does not have it
 */
export function resetFile(root: string, own: Own): Reset | undefined {
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
  replaceFile(own.file, original);
  return { own, saved };
}

function keep(root: string, { id, file }: Own): string {
  const saved = `${placeForCopy(`${id}/`)}.ts`;
  mkdirSync(dirname(join(root, saved)), { recursive: true });
  copyFileSync(file, join(root, saved), constants.COPYFILE_EXCL);
  return saved;
}

export function renderReset({ own, saved }: Reset, style: Style): string {
  const lines = [`  ${style.good(style.done)} katas/${own.id}.ts is ${own.what} again.`];
  if (saved) lines.push('', '  Your version is kept in', `  ${style.accent(saved)}`);
  return lines.join('\n');
}
