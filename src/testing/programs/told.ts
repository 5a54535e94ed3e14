/** Runs the texts of programs one after another in the lab of this process, with or without telling of it. */
import { install } from '../../lab/install.ts';
import { observe } from '../../lab/run/observe.ts';
import { currentRun } from '../../lab/time/run-context.ts';
import { say } from '../../lab/trace/value.ts';
import { instrument } from '../../tutor/play/program/instrument.ts';
import { Recorder } from '../../tutor/play/run/recorder.ts';
import { teller } from '../../tutor/play/run/teller.ts';
import { watchCallbacks, watchTimers } from '../../tutor/play/run/watching/callbacks.ts';

export interface Told {
  /** What it logged, each with its ms. */
  readonly lines: readonly string[];
  /** Its unhandled rejections, with when, and when they were handled. */
  readonly unhandled: readonly string[];
  readonly outcome: string;
  /** Things that it told of; none where it was not asked. */
  readonly steps: number;
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

/** To be called once in a process. */
export async function runPrograms(texts: readonly string[], tells: boolean): Promise<Told[]> {
  let recorder = new Recorder();
  let code = '';
  const isOwn = (callback: unknown) =>
    typeof callback === 'function' && code.includes(Function.prototype.toString.call(callback));
  if (tells) watchCallbacks(() => recorder, isOwn);
  install();
  const all: Told[] = [];
  for (const text of texts) {
    code = tells ? instrument(text, 'program.mjs') : text;
    const main = AsyncFunction('$play', 'print', code);
    recorder = new Recorder();
    const lines: string[] = [];
    const trace = await observe(async (lab) => {
      const { clock } = currentRun() as NonNullable<ReturnType<typeof currentRun>>;
      if (tells) {
        recorder.now = () => clock.now;
        watchTimers(recorder, clock, isOwn, () => {});
        recorder.queue.watch();
      }
      const print = (line: string) => lines.push(`${lab.now()} ${line}`);
      const play = tells ? teller(recorder) : undefined;
      await Promise.resolve().then(() => main(play, print));
      await new Promise(() => {});
    });
    recorder.queue.unwatch();
    all.push({
      lines,
      unhandled: trace.unhandled.map(
        ({ at, error, handledAt }) => `${at} ${say(error)} ${handledAt}`,
      ),
      outcome: trace.outcome.kind === 'failed' ? say(trace.outcome.error) : trace.outcome.kind,
      steps: recorder.steps.length,
    });
  }
  return all;
}
