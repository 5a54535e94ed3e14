/** Runs a program on virtual time, and draws what ran when. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { examplesOf } from '../course/examples.ts';
import { type Kata, katasOf, title } from '../course/katas.ts';
import { list } from '../text/english.ts';
import { breakLine } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { type Chosen, choose } from './play/choose.ts';
import type { Played } from './play/played.ts';
import type { Program, Texts } from './play/program/build.ts';
import { limitOf, type Real, runReal, sayLimit } from './play/real.ts';
import { type PlayedProgram, play, playScene, standReady } from './play/run.ts';
import { linesHere } from './play/show/beside.ts';
import { writePage, writeSvg, writeTrace } from './play/show/files.ts';
import { renderReal, renderStarts, type Starts } from './play/show/in-node.ts';
import { renderList } from './play/show/list.ts';
import { renderPlayed } from './play/show/page.ts';
import { readTyped } from './play/typed.ts';
import { untilSaved } from './play/watch.ts';

interface Flags {
  readonly watch: boolean;
  readonly real: boolean;
  readonly steps: boolean;
  readonly turns: boolean;
  readonly svg: boolean;
  readonly json: boolean;
  readonly page: boolean;
  readonly mine: boolean;
  readonly until: string | undefined;
}

/** What is played. */
interface Subject {
  readonly name: string;
  /** Runs it in a process that stands ready. */
  readonly run: (child: ChildProcess) => Promise<PlayedProgram>;
  /** What plain Node can run, and a page show; its own file, where it is no program. */
  readonly program: Program;
  readonly isProgram: boolean;
}

/** @returns what it is made of */
async function playOnce(
  root: string,
  { name, run, program, isProgram }: Subject,
  flags: Flags,
  child = standReady(),
): Promise<Texts> {
  const { played, files } = await run(child);
  if (played.end.starts) {
    await showInNode(program, played.end.starts, flags);
    return files;
  }
  const hasReal = flags.real && isProgram && played.end.unreadable === undefined;
  const real = hasReal ? await realOf(program, played, flags) : undefined;
  show(`\n${renderPlayed(played, flags, terminalStyle(), real)}\n`);
  const stub = isProgram && played.rows.length === 1 ? stubIn(root, program) : undefined;
  if (stub)
    show(
      breakLine(
        `  This file defines a function, and calls none. In the first scene of its spec: npm run play -- --mine ${stub.id}`,
        terminalStyle().width,
        '  ',
      ),
    );
  if (flags.svg) show(`  Written to ${writeSvg(root, name, played)}\n`);
  if (flags.json)
    show(`  Written to ${writeTrace(root, name, played)}, for https://ui.perfetto.dev\n`);
  if (flags.page) show(`  Open ${writePage(root, name, program, played)} in a browser.\n`);
  process.exitCode = played.end.exitCode;
  return files;
}

/** The kata whose stub it is. */
function stubIn(root: string, { file }: Program): Kata | undefined {
  return katasOf(root).find(({ stub }) => existsSync(stub) && realpathSync(stub) === file);
}

/** What starts threads or processes is not on one virtual clock, so there is nothing to draw. */
async function showInNode(program: Program, starts: Starts, flags: Flags): Promise<void> {
  const style = terminalStyle();
  const limit = limitOf(virtualMs(flags.until));
  show(`\n${renderStarts(starts, limit, style)}\n`);
  const real = await runReal(program, limit);
  show(`${renderReal(real, style)}\n`);
  process.exitCode = real.exitCode ?? 1;
}

/** It takes its time, so it is said before. */
async function realOf(program: Program, played: Played, { until }: Flags): Promise<Real> {
  const limit = limitOf(virtualMs(until), linesHere(played)[0]?.at);
  show(`\n  Plain Node runs it now, on real time, for at most ${sayLimit(limit)}.`);
  return await runReal(program, limit);
}

/** Again and again, until the process is ended. */
async function playOnSave(root: string, subject: Subject, flags: Flags): Promise<void> {
  let child = standReady();
  for (;;) {
    const files = await playOnce(root, subject, flags, child);
    // The next process stands ready before it is needed.
    child = standReady();
    show('  Waiting for you to save; Ctrl-C ends.\n');
    await untilSaved(files);
    if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[H');
  }
}

function programSubject(name: string, program: Program, until: number | undefined): Subject {
  return { name, program, isProgram: true, run: (child) => play(program, { until }, child) };
}

/** The learner's own function in the first scene of its spec. */
async function ownSubject(root: string, names: string[], until?: number): Promise<Subject> {
  const kata = await chooseKata(root, names);
  const program = { file: kata.stub };
  const run = (child: ChildProcess) => playScene(kata, { until }, child);
  return { name: kata.name, program, isProgram: false, run };
}

function virtualMs(until: string | undefined): number | undefined {
  if (until === undefined) return undefined;
  const ms = Number(until);
  if (Number.isInteger(ms) && ms > 0) return ms;
  throw new UsageError(`--until takes whole ms, such as --until 500; got ${until}.`);
}

async function chapterAtHand(root: string): Promise<string> {
  const { chapter } = await chooseKata(root, []);
  return chapter;
}

async function chosenBy(root: string, name: string | undefined): Promise<Chosen | undefined> {
  if (name === undefined) return undefined;
  return name === '-' ? await readTyped(root) : choose(root, name);
}

const usage = {
  does: 'Runs a program on virtual time, and draws a row for each call of an async function.',
  ways: [
    ['npm run play', 'lists the examples of the chapter at hand'],
    ['npm run play 03', 'those of that chapter'],
    ['npm run play 03/1', 'that one; a part of its name will do'],
    ['npm run play my/program.ts', 'that program; - is one that you type'],
    ['npm run play -- --mine gather', 'your own function, in the first scene'],
    ['npm run play 03/1 -- --watch', 'again whenever it is saved'],
    ['npm run play 03/1 -- --real', 'beside plain Node, on real time'],
    ['npm run play 03/1 -- --steps', 'the queues, after each thing'],
    ['npm run play 03/1 -- --turns', 'a column for each stretch of running'],
    ['npm run play 03/1 -- --until 500', 'stops it at 500 ms'],
    ['npm run play 03/1 -- --page', 'a page for the browser, step by step'],
    ['npm run play 03/1 -- --svg', 'as a file; --json is for Perfetto'],
  ],
  flags: {
    watch: 'boolean',
    real: 'boolean',
    steps: 'boolean',
    turns: 'boolean',
    svg: 'boolean',
    json: 'boolean',
    page: 'boolean',
    mine: 'boolean',
    until: 'string',
  },
} as const;

await command(import.meta.filename, usage, async (names, flags) => {
  const root = process.cwd();
  const [name, ...more] = names;
  if (more.length > 0) throw new UsageError(`One program at a time, please; got ${list(names)}.`);
  const until = virtualMs(flags.until);
  const playIt = flags.watch ? playOnSave : playOnce;
  if (flags.mine) {
    if (flags.real)
      throw new UsageError('--real is for programs: plain Node runs no scene of a spec.');
    await playIt(root, await ownSubject(root, names, until), flags);
    return;
  }
  const chosen = await chosenBy(root, name);
  if (chosen?.kind === 'program') {
    if (flags.watch && chosen.program.text !== undefined)
      throw new UsageError('What is typed cannot be saved: --watch needs a file.');
    await playIt(root, programSubject(chosen.name, chosen.program, until), flags);
    return;
  }
  const chapter = chosen?.chapter ?? (await chapterAtHand(root));
  if (!examplesOf(root).some((example) => example.chapter === chapter))
    throw new UsageError(
      `There are no examples of ${title(chapter)}. Give the path of a program, or another chapter: npm run play 01`,
    );
  show(`\n${renderList(chapter, examplesOf(root), terminalStyle())}\n`);
});
