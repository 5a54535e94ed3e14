import { abortListeners, joinedListeners } from '../node/abort-listeners.ts';
import type { Recorder } from '../scene/recorder.ts';
import type { Kept } from '../scene/scenario.ts';
import type { Timer } from '../time/timer.ts';
import { placeIn, placeOf } from '../trace/place.ts';
import type { LooseEnd } from '../trace/trace.ts';
import { say } from '../trace/value.ts';

/** What a finished call should not have left: asked at the moment when its outcome is known. */
export function stillThere(
  recorder: Recorder,
  armed: Timer[],
  { signals, emitters }: Kept,
): LooseEnd[] {
  const timers = armed
    .filter((timer) => timer.owner === 'learner' && timer.kind !== 'AbortSignal.timeout')
    .map((timer) => ({
      kind: 'timer' as const,
      what: `${timer.kind === 'timeout' ? 'a timeout' : `an ${timer.kind}`} set at ${timer.armedAt} ms, due at ${timer.dueAt} ms`,
      place: placeIn(timer.place?.stack),
    }));
  const work = recorder.spans
    .filter((span) => span.kind === 'wait' && span.end === null)
    .map((span) => ({
      kind: 'work' as const,
      what: `'${span.name}', started at ${span.start.at} ms and still running`,
      place: undefined,
    }));
  const passedIn = 'the abort signal that was passed in';
  const listeners = [
    ...signals.map((signal) => [abortListeners(signal), passedIn] as const),
    ...signals.map(
      (signal) =>
        [joinedListeners(signal), `a signal that AbortSignal.any() made of ${passedIn}`] as const,
    ),
  ]
    .map(([found, where]) => [found.filter((one) => !recorder.listeners.has(one)), where] as const)
    .filter(([found]) => found.length > 0)
    .map(([{ length }, where]) => ({
      kind: 'listener' as const,
      what: `${length === 1 ? 'a listener' : `${length} listeners`} on ${where}`,
      place: undefined,
    }));
  return [...timers, ...work, ...listeners, ...emitters.flatMap(listenersOn)];
}

/** For each of its events that somebody still listens to. */
function listenersOn([name, emitter]: Kept['emitters'][number]): LooseEnd[] {
  return emitter.eventNames().map((event) => {
    const n = emitter.listenerCount(event);
    const what = `${n === 1 ? 'a listener' : `${n} listeners`} for '${String(event)}' on ${name}`;
    return { kind: 'listener', what, place: undefined, awaits: `'${String(event)}' of ${name}` };
  });
}

/** How many ports keep the process alive: those on which somebody listens, and that nobody has closed. */
export function openPorts(): number {
  return process.getActiveResourcesInfo().filter((type) => type === 'MessagePort').length;
}

export function asOpen(ports: number): LooseEnd[] {
  if (ports <= 0) return [];
  return [
    {
      kind: 'port',
      what: ports === 1 ? 'an open MessagePort' : `${ports} open MessagePorts`,
      place: undefined,
    },
  ];
}

/** What no code handled or caught, in the whole run. */
export function strays(recorder: Recorder): LooseEnd[] {
  return [
    ...recorder.unhandled.map(({ at, error, handledAt }) => ({
      kind: 'rejection' as const,
      what: `${say(error)}: ${unhandled(at, handledAt)}`,
      place: placeOf(error),
    })),
    ...recorder.uncaught.map(({ at, error }) => ({
      kind: 'throw' as const,
      what: `${say(error)}: thrown at ${at} ms, and not caught`,
      place: placeOf(error),
    })),
  ];
}

/** What all code shares, and the run has changed: by now it is as it was. */
export function asLeft(changed: readonly string[]): LooseEnd[] {
  return changed.map((name) => ({
    kind: 'world' as const,
    what: `a change of ${name}`,
    place: undefined,
  }));
}

/** How long a rejection had no handler. */
function unhandled(at: number, handledAt: number | null): string {
  if (handledAt === null) return `rejected at ${at} ms, and never handled`;
  if (handledAt === at) return `rejected at ${at} ms, and handled too late, in the same ms`;
  return `rejected at ${at} ms, and unhandled until ${handledAt} ms`;
}
