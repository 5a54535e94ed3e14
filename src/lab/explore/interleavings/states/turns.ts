/** Turns of threads, where these are interrupted a few times only. */
import type { State, Turn } from './state.ts';

/** Threads by their numbers, and before the others the one that has taken the last step. */
export function lastFirst({ turn }: State, threads: number): number[] {
  const all = Array.from({ length: threads }, (_, i) => i);
  return turn ? [turn.thread, ...all.filter((i) => i !== turn.thread)] : all;
}

/**
 * The turn that begins or goes on with a step of this thread.
 *
 * @param state with the step of the last thread, if that can go on. One that sleeps with a time limit cannot.
 * @param most undefined: turns do not count
 */
export function interrupted(
  { turn, steps, sleepers }: State,
  thread: number,
  most: number | undefined,
): Turn | undefined | 'too often' {
  if (most === undefined) return undefined;
  const canGoOn =
    turn !== undefined &&
    turn.thread !== thread &&
    steps.some((step) => step.thread === turn.thread) &&
    sleepers.every((sleeper) => sleeper.thread !== turn.thread);
  const interruptions = (turn?.interruptions ?? 0) + (canGoOn ? 1 : 0);
  return interruptions > most ? 'too often' : { thread, interruptions };
}
