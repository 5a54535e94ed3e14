/**
 * A run as Chrome trace events, for ui.perfetto.dev. A run is a process, and a row of its picture a
 * thread: events of one thread must nest, and work that overlaps does not. Perfetto shows the threads by
 * their `tid`, and knows of no other order.
 */

import type { Interleaving, TitledInterleaving } from '../trace/interleaving.ts';
import { endOf } from '../trace/look.ts';
import type { Outcome, TimerRecord, Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import { type Bar, MEANING, type Picture, pictureOf, pictureOfPlan, Rows } from './picture.ts';

/** Times are virtual microseconds since the run began. */
export type TraceEvent = { readonly name: string; readonly pid: number; readonly tid: number } & (
  | { readonly ph: 'M'; readonly args: { readonly name: string } }
  | { readonly ph: 'X'; readonly ts: number; readonly dur: number }
  | { readonly ph: 'i'; readonly ts: number; readonly s: 't' }
  | { readonly ph: 'C'; readonly ts: number; readonly args: { readonly value: number } }
);

/** No two threads of a file have the same `tid`: a process has room for so many. */
const THREADS = 1000;
const MOST_ROWS = 200;
const MOST_TIMERS = 200;

/** @param name of the process */
export function chromeTrace(trace: Trace, name: string): TraceEvent[] {
  const run = new Process(name);
  run.thread('scenario').slice(inWords(trace.outcome), 0, trace.outcome.at);
  addPicture(run, pictureOf(trace));
  for (const { label, bars } of timersOf(trace)) {
    const timers = run.thread('your timers');
    for (const { from, to } of bars) timers.slice(label, from, to);
  }
  const strays = [...trace.unhandled, ...trace.uncaught];
  if (strays.length > 0) {
    const errors = run.thread('errors without a handler');
    for (const { at, error } of strays) errors.instant(say(error), at);
  }
  if (trace.silences.length > 0) {
    const loop = run.thread('event loop');
    for (const [from, to] of trace.silences) loop.slice('blocked', from, to);
  }
  if (trace.plan) addRows(run, pictureOfPlan(trace.plan, trace), 'to reach: ');
  return run.events;
}

/** A picture alone: its rows, and its lines. */
export function chromePicture(picture: Picture, name: string): TraceEvent[] {
  const run = new Process(name);
  addPicture(run, picture);
  return run.events;
}

/**
 * Of threads: a row for each, in which a step takes 1 ms, and a curve for each cell of the memory.
 *
 * @param name of the process; where there are several interleavings, their titles stand before the names in it
 */
export function chromeInterleavings(
  interleavings: readonly TitledInterleaving[],
  name: string,
): TraceEvent[] {
  const run = new Process(name);
  for (const [title, interleaving] of interleavings)
    addSteps(run, interleaving, interleavings.length > 1 ? `${title}: ` : '');
  return run.events;
}

function addSteps(
  run: Process,
  { threads, cells, initial, steps }: Interleaving,
  prefix: string,
): void {
  const rows = threads.map((thread) => run.thread(prefix + thread));
  for (const [at, { thread, text }] of steps.entries()) rows[thread]?.slice(text, at, at + 1);
  for (const [i, cell] of cells.entries()) {
    const values = [initial, ...steps.map(({ memory }) => memory)].map((memory) => memory[i] ?? 0);
    for (const [at, value] of values.entries())
      if (at === 0 || value !== values[at - 1]) run.count(prefix + cell, value, at);
  }
}

function addPicture(run: Process, picture: Picture): void {
  addRows(run, picture);
  if (picture.notes.length === 0) return;
  const log = run.thread('log');
  for (const { at, text } of picture.notes) log.instant(text, at);
}

/** The same run as the process of this number, so that a file can hold many. */
export function asProcess(pid: number, run: readonly TraceEvent[]): TraceEvent[] {
  return run.map((event) => ({ ...event, pid, tid: pid * THREADS + (event.tid % THREADS) }));
}

function addRows(run: Process, { rows }: Picture, prefix = ''): void {
  for (const { label, bars, levels, ran } of rows.slice(0, MOST_ROWS)) {
    for (const { at, amount } of levels ?? []) run.count(prefix + label, amount, at);
    if (levels) continue;
    const thread = run.thread(prefix + label);
    // A thread without any event would not be shown.
    if (bars.length === 0 && !ran) thread.instant('never started', 0);
    for (const { at, text } of ran ?? []) thread.instant(text, at);
    for (const bar of bars) addBar(thread, label, bar);
  }
}

/** Work, and within it the time in which it was stopping, or only waited for the thread. */
function addBar(thread: Thread, label: string, bar: Bar): void {
  const { from, to, ending, abortedAt, lateFrom } = bar;
  thread.slice(ending === 'done' ? label : `${label}, ${ENDINGS[ending]}`, from, to);
  if (lateFrom !== null && lateFrom > from) thread.slice(MEANING.late, lateFrom, abortedAt ?? to);
  if (abortedAt !== null && abortedAt < to) thread.slice('stopping', abortedAt, to);
}

const ENDINGS = { failed: 'failed', aborted: 'told to stop', running: 'still running' } as const;

function inWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'returned':
      return `fulfils with ${show(outcome.value)}`;
    case 'failed':
      return `${outcome.thrown ? 'throws' : 'rejects with'}: ${say(outcome.error)}`;
    case 'deadlock':
      return 'never settles';
    case 'stopped':
      return `stopped: ${outcome.reason.message}`;
  }
}

/** The first that a learner's code set, from when to when: a loop may set any number. */
function timersOf(trace: Trace) {
  const rows = new Rows();
  const total = endOf(trace);
  for (const timer of trace.timers.slice(0, MOST_TIMERS)) {
    const [from, to] = [timer.armedAt, Math.min(endOfTimer(timer), total)];
    const bar = { from, to, ending: 'done', abortedAt: null, lateFrom: null } as const;
    if (from < to) rows.put(timer.kind, { ...bar, kind: 'wait' });
  }
  return rows.all;
}

function endOfTimer({ kind, dueAt, late, clearedAt }: TimerRecord): number {
  if (clearedAt !== null) return clearedAt;
  return kind === 'interval' ? Infinity : (late.at(-1)?.[1] ?? dueAt);
}

class Process {
  readonly events: TraceEvent[];
  #threads = 0;

  constructor(name: string) {
    this.events = [{ name: 'process_name', ph: 'M', pid: 1, tid: THREADS, args: { name } }];
  }

  /** A curve of its own. */
  count(name: string, value: number, at: number): void {
    this.events.push({ name, ph: 'C', pid: 1, tid: THREADS, ts: at * 1000, args: { value } });
  }

  thread(name: string): Thread {
    this.#threads++;
    return new Thread(THREADS + this.#threads, name, this.events);
  }
}

class Thread {
  readonly #place: { readonly pid: number; readonly tid: number };
  readonly #events: TraceEvent[];

  constructor(tid: number, name: string, events: TraceEvent[]) {
    this.#place = { pid: 1, tid };
    this.#events = events;
    events.push({ name: 'thread_name', ph: 'M', ...this.#place, args: { name } });
  }

  /** @param from in ms, as `to` */
  slice(name: string, from: number, to: number): void {
    this.#events.push({ name, ph: 'X', ...this.#place, ts: from * 1000, dur: (to - from) * 1000 });
  }

  instant(name: string, at: number): void {
    this.#events.push({ name, ph: 'i', ...this.#place, ts: at * 1000, s: 't' });
  }
}
