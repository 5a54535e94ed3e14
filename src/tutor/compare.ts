import { existsSync, readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type Kata, katasOf } from '../course.ts';
import { wrap } from '../lab/tell.ts';
import { chooseKata, UsageError } from './choose.ts';
import { command } from './command.ts';
import { diffLines, renderDiff } from './diff.ts';
import { diffArguments, findEditor, runEditor } from './editor.ts';
import { type Runs, runBoth } from './runs.ts';
import { type Shape, shapesOf } from './shapes.ts';
import { statusesOf } from './statuses.ts';
import { type Style, terminalStyle } from './style.ts';

const LONGEST_NAME = 24;

function renderComparison(kata: Kata, runs: Runs, style: Style): string {
  const right = shapesOf(kata, 'right');
  const wrong = shapesOf(kata, 'wrong');
  return [
    renderCode(kata, style),
    runs.timelines && renderTimelines(runs.timelines, style),
    right.length > 0 &&
      `  ${style.bold('Other right shapes')}, in solutions/${kata.id}\n\n${renderShapes(right, ({ file }) => file)}`,
    wrong.length > 0 &&
      `  ${style.bold('Mistakes that people make')}\n\n${renderShapes(wrong, ({ name }) => name)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function renderCode(kata: Kata, style: Style): string {
  const lines = diffLines(codeIn(kata.stub), codeIn(kata.reference));
  const heading = [
    style.bad(`  - yours      katas/${kata.id}.ts`),
    style.good(`  + reference  solutions/${kata.id}.ts`),
  ].join('\n');
  return lines.some(({ sign }) => sign !== ' ')
    ? `${heading}\n\n${renderDiff(lines, style)}`
    : `${heading}\n\n  They are the same, line by line.`;
}

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

function renderShapes(shapes: readonly Shape[], nameOf: (shape: Shape) => string): string {
  const width = Math.min(LONGEST_NAME, Math.max(...shapes.map((shape) => nameOf(shape).length)));
  return shapes
    .map((shape) => {
      const about = wrap(shape.about, 74 - width).replaceAll('\n', `\n${' '.repeat(width + 4)}`);
      return `  ${nameOf(shape).padEnd(width)}  ${about}`.trimEnd();
    })
    .join('\n');
}

/** Empty for a file that is gone, or is none. */
function codeIn(file: string): string {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
}

/** Without a name, the one that was finished last: the next one to do has nothing to compare yet. */
async function chooseDone(root: string, names: readonly string[]): Promise<Kata> {
  if (names.length > 0 || katasOf(root).length === 0) return chooseKata(root, names);
  const done = (await statusesOf(root)).filter(({ status }) => status === 'done');
  const savedAt = ({ kata }: { kata: Kata }) => statSync(kata.stub).mtimeMs;
  const last = done.sort((a, b) => savedAt(a) - savedAt(b)).at(-1);
  if (!last) throw new UsageError('No kata is done yet, so there is nothing to compare.');
  return last.kata;
}

async function askFirst(kata: Kata): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new UsageError(
      `${kata.name} is not done yet, and the comparison shows the answer. To see it all the same: npm run compare -- ${kata.name} --anyway`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `\n  ${kata.name} is not done yet. Show the answer all the same? (y/N) `,
  );
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function openDiff(kata: Kata): void {
  const editor = findEditor();
  if (!editor)
    throw new UsageError(
      'No editor was found: set VISUAL or EDITOR to the command that starts yours.',
    );
  const args = diffArguments(editor, kata.stub, kata.reference);
  if (!args)
    throw new UsageError(
      `How ${editor.program} compares two files is not known here; the files are katas/${kata.id}.ts and solutions/${kata.id}.ts.`,
    );
  runEditor(editor, args);
}

const flags = {
  anyway: { type: 'boolean', default: false },
  editor: { type: 'boolean', default: false },
} as const;

await command(import.meta.filename, flags, async (names, { anyway, editor }) => {
  const root = process.cwd();
  const kata = await chooseDone(root, names);
  if (!existsSync(kata.reference)) throw new UsageError(`solutions/${kata.id}.ts is missing.`);
  const runs = await runBoth(root, kata);
  if (!runs.isDone && !anyway && !(await askFirst(kata))) return;
  if (editor) openDiff(kata);
  else console.log(`\n${renderComparison(kata, runs, terminalStyle())}\n`);
});
