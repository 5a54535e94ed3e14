/** What a picture shows, before it is drawn as text or as SVG. Times are virtual ms. */
import { isDeepStrictEqual } from 'node:util';
import { endOf } from '../trace/look.ts';
import {
  type Ending,
  type Plan,
  type PlannedEnding,
  type Span,
  type SpanKind,
  type Trace,
  timesOf,
} from '../trace/trace.ts';
import { say } from '../trace/value.ts';
import { nest } from './nest.ts';
import { contextRowsOf, levelRowsOf, notesOf, treeRowsOf, waitsIn } from './noted.ts';

export interface Picture {
  /** The time at its right edge. */
  readonly total: number;
  readonly rows: readonly Row[];
  /** Lines logged and events, at their times. */
  readonly notes: readonly Note[];
}

export interface Row {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** How much there is of something from each of these times on; such a row has no bars. */
  readonly levels?: readonly LevelAt[];
  /** What ran in this context; such a row has no bars. */
  readonly ran?: readonly Note[];
  /** What ran in none. */
  readonly isOutside?: boolean;
}

export interface LevelAt {
  readonly at: number;
  readonly amount: number;
}

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly kind: Exclude<SpanKind, 'source' | 'life'>;
  readonly ending: Ending;
  /** When it was told to stop. */
  readonly abortedAt: number | null;
  /** From when on it was ready, and waited only for the thread. */
  readonly lateFrom: number | null;
}

export interface Note {
  readonly at: number;
  readonly text: string;
}

export type Titled = readonly [title: string, Picture];

export interface Wanted {
  /** What was to be handed on: a plan has no row for that. */
  readonly due?: readonly Note[] | undefined;
  /** What is wrong is nothing that a plan shows. */
  readonly isAlone?: boolean;
}

/** What was done, and below it what was to be reached; nothing where a picture would be empty. */
export function picturesOf(trace: Trace, { due = [], isAlone = false }: Wanted = {}): Titled[] {
  const [yours, plan] = allPicturesOf(trace);
  if (!yours) return [];
  if (!plan || isAlone) return [yours];
  // Twice the same picture would have people look for the difference.
  if (due.length === 0)
    return plan[0] === SAME || plan[1].rows.length === 0 ? [yours] : [yours, plan];
  const total = Math.max(plan[1].total, ...due.map(({ at }) => at));
  return [yours, ['to reach', { ...plan[1], total, notes: due }]];
}

const SAME = 'to reach: the same';

/** For pages, which show what was reached as well: where both are the same, the title says it. */
export function allPicturesOf(trace: Trace): Titled[] {
  const yours = flatPictureOf(trace);
  if (yours.rows.length === 0 && yours.notes.length === 0) return [];
  const nested = (picture: Picture) => ({ ...picture, rows: nest(picture.rows, trace) });
  const plan = trace.plan && pictureOfPlan(trace.plan, trace);
  if (!plan) return [['yours', nested(yours)]];
  // A plan lists neither what is not to be started, nor what the scene notes.
  const started = yours.rows.filter(({ bars }) => bars.length > 0);
  const rows = inOrderOf(yours.rows, plan.rows);
  return [
    ['yours', nested(yours)],
    [isDeepStrictEqual(rows, started) ? SAME : 'to reach', nested({ ...plan, rows })],
  ];
}

/** What one did, and below it what a right one does in the same scene; nothing where both are the same. */
export function besides(one: Trace, right: Trace): Titled[] {
  const [wrong, plain] = [withUnhandled(one), withUnhandled(right)];
  if (isDeepStrictEqual(wrong, plain)) return [];
  // What starts earlier than it should is found where it should have started.
  const labels = plain.rows.map(({ label }) => label);
  const place = ({ label }: Row) => (labels.includes(label) ? labels.indexOf(label) : Infinity);
  const sorted = wrong.rows.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  // Where nothing else differs, the order of the starts within one ms does.
  const rows = isDeepStrictEqual({ ...wrong, rows: sorted }, plain) ? wrong.rows : sorted;
  return [
    ['this one', { ...wrong, rows }],
    ['right', plain],
  ];
}

/** In other pictures, a law tells of it in words. */
function withUnhandled(trace: Trace): Picture {
  const picture = pictureOf(trace);
  const unhandled = trace.unhandled.map(({ at, error }) => ({
    at,
    text: `unhandled rejection: ${say(error)}`,
  }));
  const notes = [...picture.notes, ...unhandled].sort((a, b) => a.at - b.at);
  return { ...picture, notes };
}

/** By their first start, as in the run; what starts at the same ms stands in the order of the run. */
function inOrderOf(run: readonly Row[], plan: readonly Row[]): readonly Row[] {
  const labels = run.map(({ label }) => label);
  const place = ({ label }: Row) => (labels.includes(label) ? labels.indexOf(label) : Infinity);
  const first = ({ bars: [bar] }: Row) => bar?.from ?? Infinity;
  return plan.toSorted((a, b) =>
    first(a) === first(b) ? place(a) - place(b) || 0 : first(a) - first(b),
  );
}

/**
 * A row for each name in the order of their first start, or for each span of the tree that the learner's code gave; work
 * that nobody started has an empty one. Then
 * the timers of the learner's own that fired late. What was begun within a block stands below it, further in.
 */
export function pictureOf(trace: Trace): Picture {
  const picture = flatPictureOf(trace);
  return { ...picture, rows: nest(picture.rows, trace) };
}

function flatPictureOf(trace: Trace): Picture {
  const total = endOf(trace);
  if (trace.tree) {
    const rows = [...treeRowsOf(trace.tree, total), ...contextRowsOf(trace)];
    return { total, rows, notes: notesOf(trace) };
  }
  const rows = new Rows();
  for (const span of trace.spans)
    for (const bar of span.kind === 'life' ? barsOfCore(span, trace, total) : [barOf(span, total)])
      rows.put(span.name, bar);
  for (const { name } of trace.offers) rows.put(name);
  for (const { kind, late } of trace.timers) {
    const name = CALLS[kind] ?? kind;
    for (const [due, fired] of late)
      if (due < total) rows.put(name, beat(due, Math.min(fired, total)));
  }
  for (const [who, bar] of waitsIn(trace, total)) rows.put(who, bar);
  const all = [...rows.all, ...levelRowsOf(trace), ...contextRowsOf(trace)];
  return { total, rows: all, notes: notesOf(trace) };
}

/** The times at which something starts, ends, runs or is noted. */
export function timesIn({ rows, notes, total }: Picture): number[] {
  const times = rows.flatMap(({ bars, ran = [] }) => [
    ...bars.flatMap(({ from, to }) => [from, to]),
    ...ran.map(({ at }) => at),
  ]);
  return [...new Set([0, ...times, ...notes.map(({ at }) => at), total])].sort((a, b) => a - b);
}

/** Notes of one row, in as many lines as they need: those of a line do not overlap. */
export function inLines(
  notes: readonly Note[],
  extent: (note: Note) => readonly [from: number, to: number],
): Note[][] {
  const lines: { end: number; notes: Note[] }[] = [];
  for (const note of notes) {
    const [from, to] = extent(note);
    const line = lines.find(({ end }) => end <= from);
    if (!line) lines.push({ end: to, notes: [note] });
    else {
      line.end = to;
      line.notes.push(note);
    }
  }
  return lines.map((line) => line.notes);
}

/** How the learner calls a timer of this kind. */
const CALLS: Readonly<Record<string, string>> = { timeout: 'setTimeout', interval: 'setInterval' };

/** @param trace tells which work needs the CPU and which fails, as far as it was started */
export function pictureOfPlan(plan: Plan, trace?: Trace): Picture {
  const rows = new Rows();
  for (const [name, times] of Object.entries(plan)) {
    const started = trace?.spans.filter((span) => span.name === name) ?? [];
    const known = (started[0] ?? likeThis(name, trace))?.kind;
    for (const [i, [from, to, how = {}]] of timesOf(times).entries()) {
      const kind = barKindOf(known ?? (how.computes ? 'burn' : 'wait'));
      // Each run of one name may end in its own way; one that was not started ends as the last one that was.
      const ending = plannedEnding(how, started[i] ?? started.at(-1));
      rows.put(name, { from, to, kind, ending, abortedAt: how.aborted ?? null, lateFrom: null });
    }
  }
  const ends = rows.all.flatMap((row) => row.bars.map((bar) => bar.to));
  return { total: Math.max(0, ...ends), rows: rows.all, notes: [] };
}

/** What was never begun is as `send a` was, where it is `send b`. */
function likeThis(name: string, trace: Trace | undefined): Span | undefined {
  const [, kind] = /^(\S+ )\S/.exec(name) ?? [];
  return kind === undefined ? undefined : trace?.spans.find((span) => span.name.startsWith(kind));
}

/** A source waits, and does no work of the scene; nor does a thread as such. */
const barKindOf = (kind: SpanKind): Bar['kind'] =>
  kind === 'source' || kind === 'life' ? 'call' : kind;

function plannedEnding({ aborted, fails }: PlannedEnding, started: Span | undefined): Ending {
  if (aborted !== undefined) return fails ? 'failed' : 'aborted';
  // What fails by nature fails in the plan too, where the plan does not know better.
  const failsAnyway = started?.kind !== 'call' && started?.ending === 'failed';
  return (fails ?? failsAnyway) ? 'failed' : 'done';
}

/** Bars of one name stand in one row, as long as they do not overlap. */
export class Rows {
  readonly all: { label: string; bars: Bar[] }[] = [];

  put(label: string, bar?: Bar): void {
    const free = this.all.find(
      (row) => row.label === label && row.bars.every((other) => !bar || other.to <= bar.from),
    );
    if (free && bar) free.bars.push(bar);
    else if (!free) this.all.push({ label, bars: bar ? [bar] : [] });
  }
}

function barOf({ start, end, kind, ending, aborted, ready }: Span, total: number): Bar {
  if (kind === 'beat' && end) return beat(start.at, end.at);
  const isLate = kind === 'wait' && ready !== null && end !== null && ready < end.at;
  return {
    from: start.at,
    to: end?.at ?? total,
    kind: barKindOf(kind),
    ending,
    abortedAt: aborted?.at ?? null,
    lateFrom: isLate ? ready : null,
  };
}

/** The row of a thread: when it computes, and when it is there and does not. */
function barsOfCore(life: Span, trace: Trace, total: number): Bar[] {
  const whole = barOf(life, total);
  const bars: Bar[] = [];
  let from = whole.from;
  for (const span of trace.spans) {
    if (span.kind !== 'burn' || span.thread !== life.thread) continue;
    const burn = { ...barOf(span, total), ending: 'done' } as const;
    if (from < burn.from) bars.push({ ...whole, from, to: burn.from, ending: 'done' });
    bars.push(burn);
    from = burn.to;
  }
  const { ending } = whole;
  const last = bars.at(-1);
  return from < whole.to || !last
    ? [...bars, { ...whole, from }]
    : [...bars.slice(0, -1), { ...last, ending }];
}

function beat(due: number, at: number): Bar {
  const lateFrom = due < at ? due : null;
  return { from: due, to: at, kind: 'beat', ending: 'done', abortedAt: null, lateFrom };
}

/** A sign that a picture has to explain: where the thread is blocked, or something is late. */
export type Sign = 'burn' | 'wait' | 'late';

export const MEANING: Readonly<Record<Sign, string>> = {
  burn: 'computes',
  wait: 'waits',
  late: 'ready, but the thread is blocked',
};

export function signsToExplain(pictures: readonly Titled[]): Sign[] {
  const bars = pictures.flatMap(([, { rows }]) => rows.flatMap((row) => row.bars));
  const has: Record<Sign, boolean> = {
    burn: bars.some(({ kind }) => kind === 'burn'),
    wait: bars.some(({ kind }) => kind === 'wait'),
    late: bars.some(({ lateFrom }) => lateFrom !== null),
  };
  if (!has.burn && !has.late) return [];
  return (Object.keys(has) as Sign[]).filter((sign) => has[sign]);
}
