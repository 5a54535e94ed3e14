import type { Trace } from '../trace/trace.ts';
import { isUntouched } from '../trace/untouched.ts';

type Scene = () => Promise<Trace>;
type Check = (trace: Trace) => void;

/**
 * Runs a scene a second time when the first run is over, and holds both runs to the check: what a kata keeps
 * outside of its function, from one call to the next, shows in the second. A failure says which run it was.
 */
export async function again(scene: Scene, check: Check): Promise<void> {
  const traces = [await scene(), await scene()];
  hold(traces, check, ['', 'The second time, by the same function:\n']);
}

/**
 * Runs a scene twice at the same time, each run on a clock of its own, and holds both to the check: what two
 * calls share shows in one of them.
 */
export async function together(scene: Scene, check: Check): Promise<void> {
  const traces = await Promise.all([scene(), scene()]);
  const beside = 'while another call of the same function was in flight';
  hold(traces, check, [`In the first call, ${beside}:\n`, `In the second call, ${beside}:\n`]);
}

function hold(traces: readonly Trace[], check: Check, when: readonly string[]): void {
  for (const [i, trace] of traces.entries()) {
    try {
      check(trace);
    } catch (error) {
      if (error instanceof Error && !isUntouched(error))
        error.message = `${when[i]}${error.message}`;
      throw error;
    }
  }
}
