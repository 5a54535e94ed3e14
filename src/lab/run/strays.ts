import { once } from '../node/once.ts';
import type { Recorder } from '../scene/recorder.ts';
import { isOfElsewhere } from '../time/run-context.ts';

const { apply } = Reflect;

type Note = (recorder: Recorder, ...told: never[]) => void;

/** What Node tells the listeners of the process when nobody caught something. */
const STRAYS: Readonly<Record<string, Note>> = {
  unhandledRejection: (recorder, error: unknown, promise: Promise<unknown>) =>
    recorder.reject(promise, error),
  rejectionHandled: (recorder, promise: Promise<unknown>) => recorder.handle(promise),
  uncaughtException: (recorder, error: unknown) => recorder.throw(error),
};

interface Heard {
  recorder: Recorder | undefined;
}

function listen(): Heard {
  const heard: Heard = { recorder: undefined };
  const { emit } = process;
  const { hasOwn } = Object;
  process.emit = function (this: NodeJS.Process, name: string, ...told: never[]) {
    if (isOfEndedCode(told[0])) return true;
    // Node tells that a rejection was handled in whatever context was left; a promise is known by itself.
    const isOurs = name === 'rejectionHandled' || !isOfElsewhere();
    if (!heard.recorder || !hasOwn(STRAYS, name) || !isOurs)
      return apply(emit, this, [name, ...told]);
    (STRAYS[name] as Note)(heard.recorder, ...told);
    return true;
  } as typeof emit;
  return heard;
}

/**
 * What was ended from outside fails with a mark of V8's own, which no code was meant to see: whoever looks
 * at it closely brings the process down. Its type is that of undefined, and it is not undefined.
 */
function isOfEndedCode(error: unknown): boolean {
  return error !== undefined && UNDEFINED.has(typeof error);
}

/** Asked in this way, and not by a comparison, which V8 turns into a look at the value itself. */
const UNDEFINED = new Set(['undefined']);

const heard = once('strays', listen);

/**
 * Lays what nobody caught at the run that is under way, if there is one. Node tells every listener, and
 * vitest's own would blame the test that happens to come next, so for the length of a run none of them
 * hears of it.
 */
export function layStraysAt(recorder: Recorder | undefined): void {
  heard.recorder = recorder;
}
