import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Trace } from '../../../lab/trace/trace.ts';
import type { End, IoCall, LineOf } from '../played.ts';
import { lineAt, type Recorder } from './recorder.ts';
import type { OwnClock } from './watching/own-clock.ts';

/** How a program came to its end. */
export interface Ending {
  readonly trace?: Trace;
  readonly exitAt?: number;
  readonly exitCode?: number | string | null | undefined;
  readonly stopped?: string;
  /** Virtual ms to which it was to be played. */
  readonly until?: number;
  readonly unreadable?: string;
  readonly starts?: OwnClock;
}

export interface Files {
  /** As it was written. */
  readonly file: string;
  /** In which it runs. */
  readonly module: string;
}

/** What plain Node makes of it. */
export function endLike(
  ending: Ending,
  { rows, deaths, work, outcome }: Recorder,
  { file, module }: Files,
): Omit<End, 'at' | 'deaths'> {
  const { trace, exitAt, exitCode = process.exitCode, unreadable, starts } = ending;
  const stopped =
    trace?.outcome.kind === 'stopped' ? inWords(trace.outcome.reason, module) : ending.stopped;
  const hasNotEnded = [stopped, unreadable, starts].some((why) => why !== undefined);
  const isUnsettled = rows[0]?.end === undefined && exitAt === undefined && !hasNotEnded;
  const io = new Set(trace?.outcome.kind === 'deadlock' ? trace.outcome.io : []);
  if (trace) for (const kind of work.kinds()) io.add(kind);
  if (io.size === 0 && trace?.left.some(({ kind }) => kind === 'port')) io.add('a MessagePort');
  // What it would still do, with which exit code, is not known.
  const code = io.size > 0 ? 1 : isUnsettled ? 13 : Number(exitCode ?? 0);
  return {
    exitCode: deaths.length > 0 || hasNotEnded ? 1 : code,
    ...(exitAt === undefined ? {} : { exitAt }),
    ...(stopped === undefined ? {} : { stopped }),
    ...(unreadable === undefined ? {} : { unreadable }),
    ...(starts === undefined
      ? {}
      : { starts: { what: starts.what, line: lineAt(starts.place, file) } }),
    ...(outcome === undefined ? {} : { scene: [outcome, ...leftBehind(trace)] }),
    ...(ending.until === undefined ? {} : { until: ending.until }),
    isUnsettled,
    io: [...io],
    ioCalls: callsIn(trace, file),
  };
}

/** Those that the program's own code has made, each function once. */
function callsIn(trace: Trace | undefined, file: string): IoCall[] {
  const calls = new Map<string, IoCall>();
  for (const { name, at, place } of trace?.io ?? []) {
    const line = lineAt(place, file);
    if (line !== undefined && !calls.has(name)) calls.set(name, { name, at, line });
  }
  return [...calls.values()];
}

/** What a kata must not leave. */
function leftBehind(trace: Trace | undefined): string[] {
  const left = trace?.left.filter(({ kind }) => kind !== 'rejection' && kind !== 'throw') ?? [];
  return left.length === 0 ? [] : [`It left behind: ${left.map(({ what }) => what).join('; ')}.`];
}

/** In which line the lab has stopped it. */
export function lineStopped({ trace }: Ending, { file, module }: Files): LineOf | undefined {
  if (trace?.outcome.kind !== 'stopped') return undefined;
  const [line, name] = placeIn(trace.outcome.reason.stack ?? '', module)?.split(' of ') ?? [];
  return lineAt(line && `${name}:${line}`, file);
}

/** Why the lab has stopped it, and in which line it was then. */
function inWords({ message, stack = '' }: Error, module: string): string {
  const found = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  const place = placeIn(stack, module);
  return place
    ? `${found} It was found in line ${place}. (Here code may compute for about a second.)`
    : found;
}

/** The first line of the program's own in a stack, as it is written: a stack that was not thrown is in no source. */
function placeIn(stack: string, module: string): string | undefined {
  const frame = stack.split('\n').find((line) => line.includes(module));
  const [, line, column] = /:(\d+):(\d+)\)?$/.exec(frame?.trim() ?? '') ?? [];
  const entry = findSourceMap(module)?.findEntry(Number(line) - 1, Number(column) - 1);
  return entry && 'originalLine' in entry
    ? `${entry.originalLine + 1} of ${nameOf(entry.originalSource)}`
    : undefined;
}

function nameOf(source: string): string {
  const path = source.startsWith('file:') ? fileURLToPath(source) : source;
  return path.split(/[\\/]/).at(-1) ?? path;
}
