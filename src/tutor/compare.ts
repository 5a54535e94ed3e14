import { existsSync, readFileSync, statSync } from 'node:fs';
import { chooseKata, katasHere } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { type Attempt, attemptsOf } from '../course/attempts.ts';
import type { Kata } from '../course/katas.ts';
import { statusesNow } from '../judging/statuses.ts';
import { ask } from '../text/ask.ts';
import { diffLines, renderDiff } from '../text/diff.ts';
import { count } from '../text/english.ts';
import { breakLine, pad } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { type Runs, runBoth } from './compare/runs.ts';
import { diffArguments, findEditor, NO_EDITOR, runEditor } from './own/editor.ts';

const LONGEST_NAME = 34;

/** So many mistakes can be read in one go. */
const FEW = 15;

/** @param tellsAll each mistake that is known, and not one for each test */
function renderComparison(kata: Kata, runs: Runs, tellsAll: boolean, style: Style): string {
  const attempts = attemptsOf(kata);
  const right = attempts.filter(({ kind }) => kind === 'right');
  const known = attempts.filter(({ kind }) => kind === 'wrong');
  const wrong = tellsAll || known.length <= FEW ? known : oneForEachTest(known);
  const left = known.length - wrong.length;
  return [
    renderCode(kata, style),
    runs.timelines && renderTimelines(runs.timelines, style),
    right.length > 0 &&
      `  ${style.bold('Other right answers')}, in solutions/${kata.id}\n\n${renderShapes(right, ({ name }) => name, style)}`,
    wrong.length > 0 &&
      `  ${style.bold('Mistakes that people make')}${left > 0 ? ', one for each test' : ''}\n\n${renderShapes(wrong, mistakeIn, style)}`,
    left > 0 && `  ${count(left, 'more mistake')}: npm run compare ${kata.typed} all`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** For each test, the mistake that fails it and the fewest others. */
function oneForEachTest(mistakes: readonly Attempt[]): Attempt[] {
  const chosen = new Map<string, Attempt>();
  for (const mistake of mistakes)
    for (const title of mistake.fails) {
      const other = chosen.get(title);
      if (!other || mistake.fails.length < other.fails.length) chosen.set(title, mistake);
    }
  const few = new Set(chosen.values());
  return mistakes.filter((mistake) => few.has(mistake));
}

function renderCode(kata: Kata, style: Style): string {
  const yours = codeIn(kata.stub);
  const lines = diffLines(yours, withoutContract(codeIn(kata.reference), yours));
  const heading = [
    style.bad(`  - yours      katas/${kata.id}.ts`),
    style.good(`  + reference  solutions/${kata.id}.ts`),
  ].join('\n');
  return lines.some(({ sign }) => sign !== ' ')
    ? `${heading}\n\n${renderDiff(lines, style)}`
    : `${heading}\n\n  They are the same, line by line.`;
}

/** If the contract was taken out of the file, it is no difference of the code, and nor are other comments of its shape. */
const withoutContract = (reference: string, yours: string) =>
  yours.includes('\n * - ') ? reference : reference.replaceAll(/^ *\/\*\*\n(?: *\*.*\n)+/gm, '');

function renderTimelines(
  { title, yours, reference }: NonNullable<Runs['timelines']>,
  style: Style,
): string {
  const named = (name: string, picture: string) => `  ${name}\n${picture}`;
  const pictures =
    yours === reference
      ? [named('yours and the reference, both', yours)]
      : [named('yours', yours), named('reference', reference)];
  return [`  ${style.bold(title)}`, ...pictures].join('\n\n');
}

function renderShapes(
  shapes: readonly Attempt[],
  nameOf: (shape: Attempt) => string,
  style: Style,
): string {
  const width = Math.min(LONGEST_NAME, Math.max(...shapes.map((shape) => nameOf(shape).length)));
  return shapes
    .map((shape) => {
      const line = `  ${pad(nameOf(shape), width)}  ${shape.about}`.trimEnd();
      return breakLine(line, style.width, ' '.repeat(width + 4));
    })
    .join('\n');
}

/** `wrong-forgets-reject.ts` as `forgets reject`. */
function mistakeIn({ name }: Attempt): string {
  return name.slice('wrong-'.length, -'.ts'.length).replaceAll('-', ' ');
}

/** Empty for a file that is gone, or is none. */
function codeIn(file: string): string {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
}

/** Without a name, the one that was finished last: the next one to do has nothing to compare yet. */
async function chooseDone(root: string, names: readonly string[]): Promise<Kata> {
  if (names.length > 0) return chooseKata(root, names);
  katasHere(root);
  const done = (await statusesNow(root)).filter(({ status }) => status === 'done');
  const savedAt = ({ kata }: { kata: Kata }) => statSync(kata.stub).mtimeMs;
  const last = done.sort((a, b) => savedAt(a) - savedAt(b)).at(-1);
  if (!last) throw new UsageError('No kata is done yet, so there is nothing to compare.');
  return last.kata;
}

async function askFirst(kata: Kata): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new UsageError(
      `${kata.name} is not done yet, and the comparison shows the answer. To see it anyway:\n\n  npm run compare ${kata.typed} anyway`,
    );
  }
  return insists(kata, { input: process.stdin, output: process.stdout });
}

/** Only a yes is a yes. */
export async function insists(kata: Kata, terminal: Parameters<typeof ask>[1]): Promise<boolean> {
  const answer = await ask(
    `\n  ${kata.name} is not done yet. Show the answer anyway? (y/N) `,
    terminal,
  );
  return /^y(es)?$/i.test(answer ?? '');
}

function openDiff(kata: Kata): void {
  const editor = findEditor();
  if (!editor) throw new UsageError(NO_EDITOR);
  const args = diffArguments(editor, kata.stub, kata.reference);
  if (!args)
    throw new UsageError(
      `How ${editor.program} compares two files is not known here; the files are katas/${kata.id}.ts and solutions/${kata.id}.ts.`,
    );
  runEditor(editor, args);
}

const usage = {
  does: 'Shows your code beside the reference, both their timelines, and the mistakes that people make.',
  ways: [
    ['npm run compare', 'for the kata that you finished last'],
    ['npm run compare in-order', 'for that kata'],
    ['npm run compare in-order anyway', 'even if it is not done; shows the answer'],
    ['npm run compare in-order all', 'with all mistakes that are known'],
    ['npm run compare -- --editor', 'in your editor'],
  ],
  takesKata: true,
  flags: { anyway: 'boolean', all: 'boolean', editor: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (words, { anyway, all, editor }) => {
  const root = process.cwd();
  // As words they need no `--` before them, which npm and PowerShell fight over.
  const names = words.filter((word) => word !== 'anyway' && word !== 'all');
  const isWanted = anyway || words.includes('anyway');
  const tellsAll = all || words.includes('all');
  const kata = await chooseDone(root, names);
  if (!existsSync(kata.reference)) throw new UsageError(`solutions/${kata.id}.ts is missing.`);
  const style = terminalStyle();
  const runs = await runBoth(root, kata, style);
  if (!runs.isDone && !isWanted && !(await askFirst(kata))) {
    show(`\n  Not shown. A hint tells less: npm run hint ${kata.typed}\n`);
  } else if (editor) openDiff(kata);
  else show(`\n${renderComparison(kata, runs, tellsAll === true, style)}\n`);
});
