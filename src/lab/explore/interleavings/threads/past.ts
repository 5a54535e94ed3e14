/** What the steps of a thread were, and what each returned. Two that are equal are one and the same object. */
import { type Access, isSame, type Result } from './access.ts';

export interface Past {
  /** Tells it from every other one of the same run. */
  readonly id: number;
  readonly before: Past | undefined;
  /** The last step; none in the past of a thread that begins. */
  readonly access: Access | undefined;
  readonly result: Result;
  /** It changed nothing, and woke nobody. */
  readonly isSilent: boolean;
  readonly length: number;
  /** Steps that did change something. */
  readonly active: number;
  readonly after: Map<string, Past>;
}

let ids = 0;

export function beginning(): Past {
  return {
    id: ++ids,
    before: undefined,
    access: undefined,
    result: undefined,
    isSilent: true,
    length: 0,
    active: 0,
    after: new Map(),
  };
}

/** Code that was answered in the same way takes the same step, so the answer alone tells what comes after. */
export function longerBy(past: Past, access: Access, result: Result, isSilent: boolean): Past {
  const key = `${result} ${isSilent}`;
  let next = past.after.get(key);
  if (!next) {
    next = {
      id: ++ids,
      before: past,
      access,
      result,
      isSilent,
      length: past.length + 1,
      active: past.active + (isSilent ? 0 : 1),
      after: new Map(),
    };
    past.after.set(key, next);
  }
  return next;
}

export interface Taken {
  readonly access: Access;
  readonly result: Result;
  readonly isSilent: boolean;
}

/** The first step first; so many of the last ones, or all. */
export function stepsOf(past: Past, most = Infinity): Taken[] {
  const steps: Taken[] = [];
  let at: Past | undefined = past;
  for (; at?.access && steps.length < most; at = at.before)
    steps.push({ access: at.access, result: at.result, isSilent: at.isSilent });
  return steps.reverse();
}

export const isSameStep = (a: Taken, b: Taken) =>
  a.result === b.result && isSame(a.access, b.access);
