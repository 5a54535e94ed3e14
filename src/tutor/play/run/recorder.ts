/** Writes down what a program does, as it tells it. */
import { basename } from 'node:path';
import type { Timer } from '../../../lab/time/timer.ts';
import { placeOf } from '../../../lab/trace/place.ts';
import { say } from '../../../lab/trace/value.ts';
import type {
  Death,
  Line,
  LineOf,
  Played,
  Queues,
  Row,
  Step,
  Stretch,
  TimerSeen,
} from '../played.ts';
import { MOST_STEPS } from './too-much.ts';
import { Computing } from './watching/computing.ts';
import { MicrotaskQueue } from './watching/queue.ts';
import { RealWork } from './watching/real-work.ts';

const NOTHING: Queues = { ticks: [], microtasks: [], immediates: [], timers: [] };

export class Recorder {
  readonly rows: Row[] = [];
  readonly timers = new Map<Timer, TimerSeen>();
  readonly lines: Line[] = [];
  readonly steps: Step[] = [];
  readonly stretches: Stretch[] = [];
  readonly deaths: Death[] = [];
  /** What was not yet said is said at the end. */
  readonly flushes: (() => void)[] = [];
  readonly queue = new MicrotaskQueue();
  readonly work = new RealWork();
  readonly computing = new Computing();
  readonly ticks = new Map<object, string>();
  /** Place of the row on whose behalf code runs: what is called now is called by it. */
  current: number | undefined;
  /** What the scene of a spec came to, in words. */
  outcome: string | undefined;
  now: () => number = () => 0;
  /** How many calls of real I/O, and how much virtual time of computing, there were. */
  counted: () => string = () => '';
  #isCut = false;
  #counted = '';
  /** The program's own file. */
  readonly #file: string;
  /** Called for each thing that happens: a loop that reads the clock is over then. */
  onStep: () => void = () => {};
  /** Called when more has happened than anybody wants to see. */
  onTooMuch: () => void = () => {};
  /** Whether it was the last step of a program that would have ended in plain Node. */
  isDead = false;

  constructor(file = '') {
    this.#file = file;
  }

  /** @returns its place */
  addRow(label: string, line: LineOf): number {
    const parent = this.current;
    const begun = { start: this.now(), startStep: this.steps.length };
    const open = { end: undefined, endStep: undefined, ending: 'running' as const, pauses: [] };
    return this.rows.push({ label, parent, line, ...begun, ...open }) - 1;
  }

  /** What stands in the queues is looked at when the next thing happens: until then it may still change. */
  step(what: string, row: number | undefined, line?: LineOf): void {
    this.#lookAtComputing();
    this.settle();
    this.onStep();
    this.steps.push({ at: this.now(), what, row, line, queues: NOTHING });
    if (this.steps.length > MOST_STEPS) this.onTooMuch();
    this.computing.begin();
  }

  /** From here on it is the program that runs. */
  begin(): void {
    this.#counted = this.counted();
    this.computing.begin();
  }

  #lookAtComputing(): void {
    const counted = this.counted();
    const by = this.rows[this.current ?? 0]?.label ?? '';
    this.computing.look({ at: this.now(), by, isCounted: counted !== this.#counted });
    this.#counted = counted;
  }

  /** It would not have ended by itself. */
  stop(line: LineOf | undefined): void {
    this.onTooMuch = () => {};
    const who = this.rows[this.current ?? -1]?.label ?? 'the program';
    this.step(`${who} is stopped`, this.current, line);
  }

  settle(): void {
    const last = this.steps.at(-1);
    if (last && last.queues === NOTHING) last.queues = this.#queues();
  }

  /** From here on it is this row that runs. */
  runs(row: number): void {
    this.current = row;
    if (this.#isCut || this.stretches.at(-1)?.row !== row)
      this.stretches.push({ row, at: this.now() });
    this.#isCut = false;
  }

  /** A row pauses: when it goes on, even if nothing else has run, it is another stretch. */
  cut(): void {
    this.#isCut = true;
  }

  print(text: string, to: Line['to']): void {
    this.step(`prints ${text}`, this.current);
    const step = this.steps.length - 1;
    this.lines.push({ at: this.now(), text, to, step, isLate: this.isDead });
  }

  /** What happens here ends plain Node. */
  die(kind: Death['kind'], error: unknown): Death {
    const line = lineOf(error, this.#file);
    const words = say(error);
    this.step(`${DEATHS[kind]}: ${words}`, this.current);
    const step = this.steps.length - 1;
    const death = { kind, at: this.now(), error: words, line, step };
    this.deaths.push(death);
    this.isDead = true;
    return death;
  }

  played(end: Omit<Played['end'], 'at' | 'deaths'>): Played {
    this.#lookAtComputing();
    for (const flush of this.flushes) flush();
    this.settle();
    for (const [timer, seen] of this.timers) {
      seen.due = timer.dueAt;
      // The lab clears the timers of what it has to stop.
      const isOurs = end.stopped !== undefined && timer.clearedAt === this.now();
      seen.clearedAt = isOurs ? null : timer.clearedAt;
    }
    const { rows, lines, steps, stretches, deaths } = this;
    const timers = [...this.timers.values()];
    const at = this.now();
    const { told } = this.computing;
    const whole = { ...end, at, deaths, ...(told === undefined ? {} : { computed: told }) };
    return { rows, timers, lines, steps, stretches, end: whole };
  }

  #queues(): Queues {
    const armed = [...this.timers].filter(([timer]) => isArmed(timer));
    return {
      ticks: [...this.ticks.values()],
      microtasks: this.queue.labels(),
      immediates: armed.filter(([{ kind }]) => kind === 'immediate').map(([, { label }]) => label),
      timers: armed
        .filter(([{ kind }]) => kind !== 'immediate')
        .map(([{ dueAt }, { label }]) => ({ label, due: dueAt }))
        .sort((a, b) => a.due - b.due),
    };
  }
}

const DEATHS: Readonly<Record<Death['kind'], string>> = {
  program: 'The program fails',
  throw: 'An error that no code catches',
  rejection: 'A rejection without a handler',
};

/** Where an error was made: `12`, or `part.ts:12` in another file. */
function lineOf(error: unknown, file: string): LineOf | undefined {
  return lineAt(placeOf(error), file);
}

/** @param place with its line behind it: `some/part.ts:12` */
export function lineAt(place: string | undefined, file: string): LineOf | undefined {
  const [path = '', line = ''] = place?.split(/:(?=\d+$)/) ?? [];
  if (line === '') return undefined;
  return basename(path) === basename(file) ? Number(line) : `${basename(path)}:${line}`;
}

function isArmed({ kind, fired, clearedAt }: Timer): boolean {
  return clearedAt === null && (kind === 'interval' || fired === 0);
}
