import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseKata, chooseKatas, katasHere, kataToDo } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { EXAMPLES, type Example, exampleOf, examplesOf, isExample } from '../course/examples.ts';
import { findKatas } from '../course/names.ts';
import { list } from '../text/english.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { everIn } from './own/original.ts';
import { type Own, ownExample, renderReset, resetFile, stubOf } from './own/reset.ts';

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
  return ownExample(root, example);
}

/** Those that somebody has deleted. */
function goneExamples(root: string): Example[] {
  return everIn(root, 'katas').flatMap((path) => {
    const [, chapter = '', folder, file = ''] = path.split('/');
    const isGone = folder === EXAMPLES && isExample(file) && !existsSync(join(root, path));
    return isGone ? [exampleOf(root, chapter, file)] : [];
  });
}

/** @throws {UsageError} when there is none of that name, or more than one; without a name, when all are done */
async function chooseStub(root: string, names: readonly string[]): Promise<Own> {
  katasHere(root);
  const kata = names.length > 0 ? await chooseKata(root, names) : await kataToDo(root);
  if (!kata)
    throw new UsageError('All katas are done. Which one do you mean? Such as: npm run reset 01/1');
  return stubOf(root, kata);
}

function resetOne(root: string, own: Own): void {
  const reset = resetFile(root, own);
  const text = reset
    ? renderReset(reset, terminalStyle())
    : `  katas/${own.id}.ts is ${own.what} already; nothing was changed.`;
  show(`\n${text}\n`);
}

/** Tells of each as it goes: it takes a while, and somebody may stop it half-way. */
function resetAll(root: string): void {
  let done = 0;
  const refused: string[] = [];
  for (const kata of chooseKatas(root, [])) {
    try {
      const reset = resetFile(root, stubOf(root, kata));
      if (!reset) continue;
      done++;
      show(`\n${renderReset(reset, terminalStyle())}`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      refused.push(error.message);
    }
  }
  if (refused.length === 0)
    show(done > 0 ? '' : '\n  Every kata is the stub already; nothing was changed.\n');
  // Where git is not there, each kata says the same.
  else throw new UsageError([...new Set(refused)].join('\n'));
}

const usage = {
  does: 'Puts a stub or an example back as it was, and keeps a copy of what you wrote.',
  ways: [
    ['npm run reset', 'the next kata to do'],
    ['npm run reset in-order', 'that kata'],
    ['npm run reset -- --all', 'every kata: the course begins again'],
    ['npm run reset -- --example 01/1', 'that example of npm run play'],
  ],
  takesKata: true,
  flags: { all: 'boolean', example: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { all, example }) => {
  const root = process.cwd();
  if (all && example) throw new UsageError('--all is about the katas; got --example as well.');
  if (all && names.length > 0) throw new UsageError(`--all takes no name; got ${list(names)}.`);
  if (all) resetAll(root);
  else resetOne(root, example ? chooseExample(root, names) : await chooseStub(root, names));
});
