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
import type { Kata } from '../../course/katas.ts';
import { placeForCopy, replaceFile } from '../../course/keep.ts';
import type { Style } from '../../text/style.ts';
import { originalStub } from './stub.ts';

export interface Reset {
  readonly kata: Kata;
  /** Where the learner's version is kept, below the root; undefined when there was none. */
  readonly saved: string | undefined;
}

/**
 * Puts the stub back; undefined when it is there already.
 *
 * @throws {UsageError} when git is not there, or has no stub of this kata
 */
export function resetKata(root: string, kata: Kata): Reset | undefined {
  const stub = originalStub(root, kata);
  if (!existsSync(kata.stub)) {
    writeFileSync(kata.stub, stub);
    return { kata, saved: undefined };
  }
  if (!statSync(kata.stub).isFile())
    throw new UsageError(
      `katas/${kata.id}.ts is a folder; move it away first, as nothing of yours is thrown away.`,
    );
  if (readFileSync(kata.stub, 'utf8').replaceAll('\r\n', '\n') === stub) return undefined;
  const saved = keep(root, kata);
  replaceFile(kata.stub, stub);
  return { kata, saved };
}

function keep(root: string, kata: Kata): string {
  const saved = `${placeForCopy(`${kata.id}/`)}.ts`;
  mkdirSync(dirname(join(root, saved)), { recursive: true });
  copyFileSync(kata.stub, join(root, saved), constants.COPYFILE_EXCL);
  return saved;
}

export function renderReset({ kata, saved }: Reset, style: Style): string {
  const lines = [`  ${style.good(style.done)} katas/${kata.id}.ts is the stub again.`];
  if (saved) lines.push('', '  Your version is kept in', `  ${style.accent(saved)}`);
  return lines.join('\n');
}
