/** What is told of a program that ends while a promise is pending: what is left does not keep it alive. */
import { list, quote } from '../../../text/english.ts';
import type { TimerRecord, Trace, Unrefed } from '../../trace/trace.ts';
import type { Breach } from './breach.ts';

/** Something could still have happened when all else had ended, and Node does not wait for it: so the program is over before that. */
export function endsBefore(trace: Trace): Breach | undefined {
  const { outcome } = trace;
  if (outcome.kind !== 'deadlock') return undefined;
  const others = outcome.unrefed ?? [];
  const threads = others.filter(({ kind }) => kind === 'thread');
  const processes = others.filter(({ kind }) => kind === 'process');
  const timers = unrefedTimers(trace);
  const kinds = [
    ...named(threads, 'a thread', 'threads'),
    ...named(processes, 'a child process', 'child processes'),
    ...named(timers, 'a timer', 'timers'),
  ];
  if (kinds.length === 0) return undefined;
  const isOne = others.length + timers.length === 1;
  return {
    fact: `At ${outcome.at} ms a program in plain Node ends here, with exit code 13: a promise is pending, and only ${list(kinds)} ${isOne ? 'is left that does' : 'are left that do'} not keep the process alive.`,
    possible: [adviseOnThreads(threads), adviseOnProcesses(processes), adviseOnTimer(timers[0])]
      .filter(Boolean)
      .join(' '),
  };
}

/** What they are called, if there are any. */
function named(all: readonly unknown[], one: string, several: string): string[] {
  if (all.length === 0) return [];
  return [all.length === 1 ? one : several];
}

/** Those that could still fire when all else had ended, and do not keep the process alive. */
function unrefedTimers({ timers }: Trace): TimerRecord[] {
  return timers.filter(
    ({ fired, clearedAt, keepsAlive }) => fired === 0 && clearedAt === null && !keepsAlive,
  );
}

function adviseOnThreads(threads: readonly Unrefed[]): string | undefined {
  if (threads.length === 0) return undefined;
  return `worker.unref() was called ${calls(threads)}. Use it only for a thread whose answer your code does not await, or call worker.ref() first.`;
}

function adviseOnProcesses(processes: readonly Unrefed[]): string | undefined {
  if (processes.length === 0) return undefined;
  const pipes = processes.length === 1 ? 'that process' : 'such a process';
  const whose = processes.length === 1 ? 'its' : 'their';
  return `child.unref() was called ${calls(processes)}. While the pipes of ${pipes} are open, your program goes on. For ${whose} 'exit' and 'close' Node does not wait. Use unref() only for a process whose end your code does not await.`;
}

function calls(all: readonly Unrefed[]): string {
  const [first] = all;
  if (all.length === 1 && first) return `at ${first.at} ms, for ${quote(first.name)}`;
  return list(all.map(({ name, at }) => `for ${quote(name)} at ${at} ms`));
}

function adviseOnTimer(timer: TimerRecord | undefined): string | undefined {
  if (!timer) return undefined;
  const { kind, armedAt, dueAt } = timer;
  const what = kind === 'AbortSignal.timeout' ? 'An AbortSignal.timeout' : 'A timer with unref()';
  return `${what} was set at ${armedAt} ms, due at ${dueAt} ms. Use a timer that keeps the process alive for what your code awaits.`;
}
