/** `Date`, and what else says which day it is, by the clock of the run; real outside of every run. */
import type * as Vm from 'node:vm';
import { native } from '../node/native.ts';
import { currentClock, currentRun, judgingOf } from './run-context.ts';

const dateNow = () => currentClock()?.readDate() ?? native.Date.now();

const VirtualDate = new Proxy(native.Date, {
  construct: (target, args, newTarget) => {
    const clock = args.length === 0 ? currentClock() : undefined;
    return Reflect.construct(target, clock ? [clock.readDate()] : args, newTarget);
  },
  apply: (target) => {
    const clock = currentClock();
    return clock ? new target(clock.readDate()).toString() : target();
  },
  get: (target, key, receiver) => (key === 'now' ? nowHere() : Reflect.get(target, key, receiver)),
  // A test that a learner has written may spy on it: its own stands in front of the real one.
  getOwnPropertyDescriptor: (target, key) => {
    const descriptor = Reflect.getOwnPropertyDescriptor(target, key);
    return key === 'now' ? { ...descriptor, value: nowHere() } : descriptor;
  },
  defineProperty: (target, key, descriptor) => {
    const judging = key === 'now' ? judgingOf(currentRun()) : undefined;
    if (!judging) return Reflect.defineProperty(target, key, descriptor);
    judging.dateNow = descriptor.value === dateNow ? undefined : descriptor.value;
    return true;
  },
});

const nowHere = () => judgingOf(currentRun())?.dateNow ?? dateNow;

type Format = (date?: Date | number) => string;

/** Each formatter has one function of its own. */
const formats = new WeakMap<Format, Format>();

const intl = {
  get format(): Format {
    const format: Format = native.format.call(this as never);
    let virtual = formats.get(format);
    if (!virtual) {
      virtual = (date = currentClock()?.readDate()) => format(date);
      formats.set(format, virtual);
    }
    return virtual;
  },
  formatToParts(this: Intl.DateTimeFormat, date: Date | number | undefined) {
    return native.formatToParts.call(this, date ?? currentClock()?.readDate());
  },
};

/** A realm of its own has a `Date` of its own. */
function contextWithDate(...args: Parameters<typeof Vm.createContext>): Vm.Context {
  const context = native.createContext(...args);
  if (!currentClock()) return context;
  const install = native.runInContext(
    `(now) => {
      const Real = Date;
      globalThis.Date = new Proxy(Real, {
        construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
        apply: () => new Real(now()).toString(),
        get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
      });
      Real.prototype.constructor = Date;
    }`,
    context,
  );
  install(dateNow);
  return context;
}

const vm: Partial<typeof Vm> = {
  createContext: contextWithDate,
  runInNewContext: (code, context, options) =>
    currentClock()
      ? native.runInContext(code, contextWithDate(context ?? {}), options)
      : native.runInNewContext(code, context, options),
};

export function virtualiseDates(): void {
  globalThis.Date = VirtualDate;
  // A date leads back to where it comes from.
  native.Date.prototype.constructor = VirtualDate;
  Object.defineProperties(
    Intl.DateTimeFormat.prototype,
    Object.fromEntries(
      Object.entries(Object.getOwnPropertyDescriptors(intl)).map(([name, descriptor]) => [
        name,
        { ...descriptor, enumerable: false },
      ]),
    ),
  );
  Object.assign(process.getBuiltinModule('node:vm'), vm);
}
