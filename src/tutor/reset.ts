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
import type { Kata } from '../course/katas.ts';
import { placeForCopy, replaceFile } from '../course/keep.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { originalStub } from './own/stub.ts';

interface Reset {
  readonly kata: Kata;
  /** Where the learner's version is kept, below the root; undefined when there was none. */
  readonly saved: string | undefined;
}

/** Puts the stub back; undefined when it is there already. */
function resetKata(root: string, kata: Kata): Reset | undefined {
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

function renderReset({ kata, saved }: Reset, style: Style): string {
  const lines = [`  ${style.good(style.done)} katas/${kata.id}.ts is the stub again.`];
  if (saved) lines.push('', '  Your version is kept in', `  ${style.accent(saved)}`);
  return lines.join('\n');
}

const usage = {
  does: 'Puts a stub back as it was, and keeps a copy of what you wrote.',
  ways: [
    ['npm run reset', 'the next kata to do'],
    ['npm run reset in-order', 'that kata'],
  ],
  takesKata: true,
} as const;

await command(import.meta.filename, usage, async (names) => {
  const root = process.cwd();
  const kata = await chooseKata(root, names);
  const reset = resetKata(root, kata);
  const text = reset
    ? renderReset(reset, terminalStyle())
    : `  katas/${kata.id}.ts is the stub already; nothing was changed.`;
  show(`\n${text}\n`);
});
