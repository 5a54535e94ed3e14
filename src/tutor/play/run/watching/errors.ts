import type { UnhandledErrors } from '../../../../lab/time/run-context.ts';
import type { Death } from '../../played.ts';
import type { Recorder } from '../recorder.ts';

const { emit } = process;

/** What no code catches or handles ends plain Node, unless the program has asked to be told. */
export function watchErrors(recorder: Recorder, lab: UnhandledErrors): void {
  const rejections = new Map<Promise<unknown>, Death>();
  lab.reject = (promise, error) => {
    if (tell('unhandledRejection', error, promise)) return;
    rejections.set(promise, recorder.die('rejection', error));
  };
  lab.handle = (promise) => {
    const death = rejections.get(promise);
    if (death) death.handledAt ??= recorder.now();
    else tell('rejectionHandled', promise);
    return true;
  };
  lab.throw = (error) => {
    if (!tell('uncaughtException', error, 'uncaughtException')) recorder.die('throw', error);
  };
}

/** @returns whether anybody listens */
function tell(event: string, ...told: unknown[]): boolean {
  return process.listenerCount(event) > 0 && Reflect.apply(emit, process, [event, ...told]);
}
