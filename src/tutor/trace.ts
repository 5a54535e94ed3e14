/** Writes what a kata's tests saw as files: for Perfetto, which measures and zooms, and as a picture. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { KEPT } from '../course/keep.ts';
import { fileOf } from '../judging/standing.ts';
import { asProcess } from '../lab/picture/chrome-trace.ts';
import { drawSvgPage } from '../lab/picture/svg.ts';
import { breakLine } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { explainBroken } from './page/broken.ts';
import { type Traced, traceKata } from './trace/run.ts';

const FOLDER = `${KEPT}/traces`;

/**
 * One file for all tests, a process for each: Perfetto opens one file at a time, folds what nobody wants
 * to see, and lays the rest on one scale.
 */
function asJson({ tests }: Traced): string {
  const events = tests.flatMap(({ run }, i) => asProcess(i + 1, run.events));
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  return `{"displayTimeUnit":"ms","traceEvents":[\n${lines}\n]}\n`;
}

function asSvg({ tests }: Traced): string {
  const cards = tests.map(({ title, passed, run }) => ({
    heading: `${passed ? '✓' : '✗'} ${title}`,
    pictures: run.pictures,
    interleavings: run.interleavings,
  }));
  return drawSvgPage(cards);
}

/** Why there is nothing to trace. */
function explainNothing({ standing }: Traced, style: Style): string {
  const { kata, status, broken, tests } = standing;
  if (broken !== undefined) return explainBroken(standing, broken, style.width);
  if (status === 'untouched')
    return `You have not written anything in ${fileOf(standing)} yet, so there is no run to trace. Replace its TODO with your code, or name another kata.`;
  const message = tests.find(({ state }) => state === 'failed')?.message;
  const nothing = `No test of ${kata.name} started any work, so there is nothing to trace.`;
  return message ? `${nothing} The first failure says:\n\n${message}` : nothing;
}

function renderFiles({ standing, tests }: Traced, paths: Paths, style: Style): string {
  const broken = (words: string) => breakLine(words, style.width, /^ */.exec(words)?.[0]);
  const all = standing.tests.length;
  // No time passes between the steps of threads, and Perfetto wants some.
  const contents = tests.some(({ run }) => run.interleavings)
    ? 'the steps of each thread, each drawn as 1 ms, and a curve for each cell of the memory.'
    : 'each piece of work, and what was expected.';
  // The others start nothing: what they ask for is there at once.
  const where = tests.length < all ? `${tests.length} of the ${all}` : `the ${all}`;
  return [
    broken(
      `  The timelines of ${where} tests of ${style.bold(standing.kata.name)} are in two files:`,
    ),
    `  ${style.accent(paths.json)}\n${broken(
      `    For Perfetto: open https://ui.perfetto.dev and drop the file on the page. Your browser reads it, and sends it nowhere. Each test is a process there; open it to see ${contents}`,
    )}`,
    `  ${style.accent(paths.svg)}\n${broken('    For any browser, and to show to others.')}`,
  ].join('\n\n');
}

interface Paths {
  readonly json: string;
  readonly svg: string;
}

const usage = {
  does: 'Writes the timelines of a kata to two files: for Perfetto, and for any browser.',
  ways: [
    ['npm run trace', 'of the next kata to do'],
    ['npm run trace in-order', 'of that kata'],
  ],
  takesKata: true,
} as const;

await command(import.meta.filename, usage, async (names) => {
  const root = process.cwd();
  const kata = await chooseKata(root, names);
  const traced = await traceKata(root, kata);
  const style = terminalStyle();
  if (traced.standing.status === 'untouched' || traced.tests.length === 0)
    throw new UsageError(explainNothing(traced, style));
  const paths = { json: `${FOLDER}/${kata.id}.json`, svg: `${FOLDER}/${kata.id}.svg` };
  mkdirSync(dirname(join(root, paths.json)), { recursive: true });
  writeFileSync(join(root, paths.json), asJson(traced));
  writeFileSync(join(root, paths.svg), asSvg(traced));
  show(`\n${renderFiles(traced, paths, style)}\n`);
});
