/** The work of a scene, which is plain data, as jobs of the lab. */
import type { Lab } from '../../lab/scene/scenario.ts';
import { atOnce, type End, THENABLES } from './thenables.ts';
import type { Work } from './works.ts';

/** Starts work, and returns its promise; with a signal it can be stopped. */
export type Op = (signal?: AbortSignal) => Promise<unknown>;

/** What takes down how it goes. */
interface Notes {
  readonly lab: Lab;
  note(text: string): void;
  label<T extends object>(object: T, name: string): T;
}

/**
 * Work to be started, each time by a call; each time it has another result.
 *
 * @param when added to the note that it starts
 */
export function opOf(notes: Notes, name: string, work: Work, when: () => string): Op {
  const { takes, never, stopsIn, stopsWith, deaf, throws } = work;
  let starts = 0;
  return (signal) => {
    const end = endOf(notes, name, work, ++starts);
    notes.note(`'${name}' starts${when()}`);
    if (throws) throw end.failsWith;
    if (never) return untilStopped(notes, name, signal);
    if (takes === undefined) return settled(end);
    const job = notes.lab.job<unknown>(name, takes, { stopsIn, ...end });
    const promise = deaf ? job() : job(signal);
    if (!('stopsWith' in work)) return promise;
    return promise.catch((error) => {
      throw signal?.aborted ? stopsWith : error;
    });
  };
}

/** The promise of work that was started now, or has settled already. */
export function promiseOf(notes: Notes, name: string, work: Work): Promise<unknown> {
  const end = endOf(notes, name, work);
  if (work.never) return new Promise(() => {});
  return work.takes === undefined ? settled(end) : notes.lab.job<unknown>(name, work.takes, end)();
}

/** The same with nothing but `then`, if the work is to have that. */
export function thenableOf(notes: Notes, name: string, work: Work): object | undefined {
  if (!work.thenable) return undefined;
  const isOver = work.takes === undefined;
  const source = isOver ? atOnce(endOf(notes, name, work)) : promiseOf(notes, name, work);
  return THENABLES[work.thenable](source);
}

function endOf(notes: Notes, name: string, work: Work, start = 1): End {
  const who = start === 1 ? name : `${name}, start ${start}`;
  if (work.fails) return { failsWith: notes.label(new Error(who), `the error of '${who}'`) };
  if ('rejects' in work) return { failsWith: work.rejects };
  return { gives: 'fulfils' in work ? work.fulfils : who.toUpperCase() };
}

function settled(end: End): Promise<unknown> {
  return 'failsWith' in end ? Promise.reject(end.failsWith) : Promise.resolve(end.gives);
}

function untilStopped(notes: Notes, name: string, signal?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => {
      notes.note(`'${name}' is told to stop`);
      reject(signal?.reason);
    };
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
