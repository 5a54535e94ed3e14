/** What a learner sees of one kata after a run: its tests, its failure, and what to type next. */
import type { SerializedError } from 'vitest/node';
import type { Kata } from '../../course/katas.ts';
import { fileOf, type KataStanding, type TestStanding } from '../../judging/standing.ts';
import { layOut, type Told } from '../../lab/laws/telling/tell.ts';
import { placeIn } from '../../lab/trace/place.ts';
import { withoutControls } from '../../lab/trace/written.ts';
import { toAscii } from '../../text/ascii.ts';
import { count, was } from '../../text/english.ts';
import { glyphsFor } from '../../text/glyphs.ts';
import { breakLine, breakText, columnsOf } from '../../text/layout.ts';
import type { Style } from '../../text/style.ts';
import { explainBroken } from './broken.ts';

const MOST_PRINTED = 12;
const LONGEST_PRINTED = 200;
/** Of more tests than that, only those that have failed have a line each; the others are counted. */
const MOST_LISTED = 30;

/**
 * One kata: each of its tests, and the first that fails in full.
 *
 * @param isBrief leaves out the list of the tests
 */
export function renderKata(given: KataStanding, style: Style, isBrief = false): string {
  const standing = style.unicode ? given : inAscii(given);
  const { tests, broken } = standing;
  const first = tests.find(({ state }) => state === 'failed');
  const failure =
    (broken && explainBroken(standing, broken, style.width - 4)) ??
    (first ? renderFailure(standing, first, style) : explainLeftOut(tests, style.width - 4));
  const list = isBrief ? [] : renderTests(tests, style);
  return [
    [renderHeading(standing, style), ...list].join('\n'),
    failure && indent(failure),
    standing.printed && indent(renderPrinted(standing.kata, standing.printed, style)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function renderTests(tests: readonly TestStanding[], style: Style): string[] {
  if (tests.length <= MOST_LISTED)
    return tests.map((test) =>
      breakLine(`  ${signOf(test, style)} ${test.title}`, style.width, '    '),
    );
  const more = style.unicode ? '…' : '...';
  const room = style.width - 4;
  const inOneLine = (title: string) =>
    columnsOf(title) <= room ? title : `${title.slice(0, room - more.length)}${more}`;
  const failed = tests.filter(({ state }) => state === 'failed');
  const counted = (['passed', 'skipped'] as const).flatMap((state) => {
    const alike = tests.filter((test) => test.state === state);
    const [one] = alike;
    const what = state === 'passed' ? 'passed' : `${was(alike.length)} not run`;
    return one ? [`  ${signOf(one, style)} ${count(alike.length, 'test')} ${what}`] : [];
  });
  return [...failed.map((test) => `  ${signOf(test, style)} ${inOneLine(test.title)}`), ...counted];
}

/** Tests that were not run, where none has failed; undefined when all have passed. */
function explainLeftOut(tests: readonly TestStanding[], width: number): string | undefined {
  const all = tests.length;
  const notRun = tests.filter(({ state }) => state === 'skipped');
  const leftOut = notRun.length;
  if (leftOut === 0) return undefined;
  if (notRun.every(({ cannotRun }) => cannotRun))
    return breakLine(
      `${count(leftOut, 'test')} ${was(leftOut)} not run. ${notRun[0]?.cannotRun}`,
      width,
    );
  const which =
    leftOut === all
      ? 'None of the tests was run'
      : `${leftOut} of ${count(all, 'test')} ${was(leftOut)} not run`;
  return breakLine(
    `${which}, so this kata is not done. Is there a skip or an only in the spec, or a filter for titles?`,
    width,
  );
}

/** Some signs get longer, so this comes before lines are broken. */
function inAscii(standing: KataStanding): KataStanding {
  const tests = standing.tests.map(({ title, message, failure, ...rest }) => ({
    ...rest,
    title: toAscii(title),
    message: message && toAscii(message),
    failure: failure && inPlainWords(failure),
  }));
  return { ...standing, tests };
}

function inPlainWords(failure: Told): Told {
  const all = (words: readonly string[]) => words.map(toAscii);
  const lists = Object.entries(failure.lists).map(([title, words]) => [title, all(words)]);
  return { ...failure, paragraphs: all(failure.paragraphs), lists: Object.fromEntries(lists) };
}

function renderHeading(standing: KataStanding, style: Style): string {
  const { kata, tests } = standing;
  const passed = tests.filter(({ state }) => state === 'passed').length;
  const parts = [style.bold(kata.name), style.dim(fileOf(standing))];
  if (tests.length > 0) parts.push(`${passed} of ${tests.length} tests pass`);
  const line = `  ${parts.join('  ')}`;
  return columnsOf(line) <= style.width ? line : parts.map((part) => `  ${part}`).join('\n');
}

/** In the stack of an error that was printed: a place that is not in the learner's code. */
const FOREIGN_FRAME = /^ +at .*(?:[\\/]node_modules[\\/]|\bnode:).*\n?/gm;

/** The end of what the learner's code printed: it may be a loop's worth. */
function renderPrinted({ id, stub }: Kata, printed: string, style: Style): string {
  const root = stub.slice(0, -`katas/${id}.ts`.length);
  const own = withoutControls(printed).replace(FOREIGN_FRAME, '').replaceAll(root, '');
  const lines = own.trimEnd().split('\n');
  const shown = lines.slice(-MOST_PRINTED);
  const hidden = lines.length - shown.length;
  const head =
    hidden > 0 ? `It printed (the last ${shown.length} of ${lines.length} lines):` : 'It printed:';
  const broken = shown.map((line) => {
    const cut = line.length > LONGEST_PRINTED ? `${line.slice(0, LONGEST_PRINTED)} …` : line;
    return breakLine(`  ${cut}`, style.width - 2, '    ');
  });
  return [style.dim(head), ...broken].join('\n');
}

function renderFailure(standing: KataStanding, test: TestStanding, style: Style): string {
  const width = style.width - 2;
  if (standing.status === 'untouched' && !standing.isReference) {
    return [
      'You have not written anything here yet, so every test fails.',
      `Open ${fileOf(standing)} and replace its TODO with your code.`,
    ]
      .map((line) => breakLine(line, width - 2))
      .join('\n');
  }
  const title = breakLine(test.title, width)
    .split('\n')
    .map((line) => style.bad(style.bold(line)));
  const { failure, message = '' } = test;
  const words = failure
    ? layOut(failure, style.width, glyphsFor(style.unicode))
    : breakText(message, width);
  return `${title.join('\n')}\n\n${words}`;
}

/** What was unhandled, and no test is to blame for. */
export function renderStray({ message, stack }: SerializedError, style: Style): string {
  const place = placeIn(stack);
  const words = `Something failed outside of every test, and was not handled: ${withoutControls(message)}`;
  const lines = [...words.split('\n'), ...(place ? ['', `Thrown at ${place}`] : [])];
  return lines.map((line) => breakLine(`  ${line}`.trimEnd(), style.width, '  ')).join('\n');
}

/** Said once, above the page of a save of which the system did not tell. */
export function renderUntoldSave(style: Style): string {
  const words =
    'The system does not report saved files here. So the course looks at your files itself, three times a second.';
  return breakLine(`  ${words}`, style.width, '  ');
}

/** Who reads the page: after one run, in watch mode, or in watch mode with keys of ours. */
export type Mode = 'once' | 'watch' | 'keys';

type Step = readonly [what: string, how: string];

/** What to type next. */
export function renderNext(standing: KataStanding, mode: Mode, style: Style): string {
  return renderSteps(nextSteps(standing, mode), style);
}

export function renderSteps(steps: readonly Step[], style: Style): string {
  return steps
    .map(([what, how]) => `  ${style.dim(what.padEnd(8))} ${style.accent(how)}`)
    .join('\n');
}

/** The same where there are few lines. */
export function renderKeys(style: Style): string {
  const words = 'waiting for a save; press l lesson, i hint, n next, h help, q quit';
  return style.dim(breakLine(`  ${words}`, style.width, '  '));
}

/** What the last line of a page says in watch mode. */
export const WAITING = {
  watch: ['waiting', 'for a save; h for help, q to quit'],
  keys: ['waiting', 'for a save; n for the next kata, h for help, q to quit'],
} as const;

function nextSteps(standing: KataStanding, mode: Mode): Step[] {
  const { kata, status, tests, isReference } = standing;
  const by = (key: string) => (mode === 'keys' ? `press ${key}, or ` : '');
  const line = tests.find(({ state }) => state === 'failed')?.line;
  const spec = ['spec', `katas/${kata.id}.spec.ts${line ? `:${line}` : ''}`] as const;
  if (isReference) return [spec, ['prove', `npm run prove ${kata.typed}`]];
  const compare = ['compare', `${by('d')}npm run compare ${kata.typed}`] as const;
  if (status === 'done') return mode === 'keys' ? [compare, WAITING.keys] : [compare];
  return [
    spec,
    ...another(standing),
    ['read', `${by('l')}npm run lesson ${kata.typed}`],
    ['stuck?', `${by('i')}npm run hint ${kata.typed}`],
    mode === 'once' ? ['on save', 'npm run watch'] : WAITING[mode],
  ];
}

/** Of a long list, how to see another failure than the first. */
function another({ kata, tests, status }: KataStanding): Step[] {
  const [, second] = tests.filter(({ state }) => state === 'failed');
  if (tests.length <= MOST_LISTED || !second || status === 'untouched') return [];
  // Without the verb that many begin with, and up to what a shell or a pattern would take for something else.
  const [name = ''] = second.title.replace(/^\S+ /, '').split(/[:"$`\\()[\]{}*+?|^!%]/);
  if (name.trim() === '') return [];
  return [['another', `npx vitest run ${kata.id}.spec -t "${name.trim()}"`]];
}

function signOf({ state }: TestStanding, style: Style): string {
  if (state === 'passed') return style.good(style.done);
  return state === 'failed' ? style.bad(style.failed) : style.dim(style.open);
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
