import { isCalledByPackage } from '../trace/place.ts';

/** What is frozen stays frozen for as long as the process lives, so nobody freezes what all share. */
const WAYS = ['freeze', 'seal', 'preventExtensions'] as const;

/** What the specs could not go on without, not even until the end of the run that has changed it. */
const VITAL: [object: object, keys: string[]][] = [
  [process, ['emit', 'on']],
  [Function.prototype, ['call', 'apply', 'bind']],
  [Reflect, ['apply']],
  [Promise.prototype, ['then']],
  [Array.prototype, ['push', 'shift']],
  [Map.prototype, ['get', 'set', 'has', 'delete']],
  [Set.prototype, ['has', 'add', 'delete']],
];

/**
 * Refuses to change a method, in the line that tries to. What inherits it may still be given one of its
 * own, which a plain property that cannot be written would forbid as well.
 */
function keep(object: object, key: string, name: string): void {
  const { defineProperty } = Object;
  const originalValue: unknown = Reflect.get(object, key);
  defineProperty(object, key, {
    configurable: false,
    // Packages on `get-intrinsic` look at descriptors. By this name the getter says that it stands for a
    // plain value; without, they would take itself for the method.
    get: Object.assign(() => originalValue, { originalValue }),
    set(this: object, value: unknown) {
      // A package that listens for the end of the process (signal-exit) replaces this for as long. It has no such end here.
      if (object === process && isCalledByPackage()) return;
      if (this === object)
        throw new TypeError(`${name}.${key} cannot be changed: all code of the process uses it.`);
      defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
    },
  });
}

/**
 * To be called once in a process.
 *
 * @param everybodys what all code of the process can reach, with the names by which it does
 */
export function keepOpen(everybodys: readonly (readonly [name: string, object: object])[]): void {
  const names = new WeakMap(everybodys.map(([name, object]) => [object, name]));
  for (const [object, keys] of VITAL) {
    for (const key of keys) if (Reflect.has(object, key)) keep(object, key, `${names.get(object)}`);
  }
  // Nor could they without this, wherever it is asked for; and it cannot be deleted either.
  Object.defineProperty(globalThis, 'process', { value: process, configurable: false });
  const guard = <Way extends string>(
    holder: Record<Way, (object: never) => unknown>,
    way: Way,
    named: string,
  ) => {
    const original = holder[way];
    const guarded = (object: never) => {
      const name = names.get(object);
      if (!name) return original(object);
      throw new Error(
        `${named}() would lock ${name} until the process ends, for this kata and for all later ones.`,
      );
    };
    Object.defineProperty(guarded, 'name', { value: way });
    holder[way] = guarded;
  };
  for (const way of WAYS) guard(Object, way, `Object.${way}`);
  guard(Reflect, 'preventExtensions', 'Reflect.preventExtensions');
  keepDefinable(names);
  keepPrototypes(names);
  keepDescriptors();
}

/** What cannot be changed any more could not be put back either. */
function keepDefinable(names: ReadonlyNames): void {
  const { defineProperty, defineProperties, getOwnPropertyDescriptor } = Object;
  const { ownKeys } = Reflect;
  const open = (object: object, key: PropertyKey, attributes: PropertyDescriptor) => {
    const isFixed = getOwnPropertyDescriptor(object, key)?.configurable === false;
    return names.has(object) && !isFixed ? { ...attributes, configurable: true } : attributes;
  };
  Object.defineProperty = (object, key, attributes) =>
    defineProperty(object, key, open(object as object, key, attributes));
  Reflect.defineProperty = (
    (define) => (object: object, key: PropertyKey, attributes) =>
      define(object, key, open(object, key, attributes))
  )(Reflect.defineProperty);
  Object.defineProperties = (object, all) => {
    if (!names.has(object as object)) return defineProperties(object, all);
    for (const key of ownKeys(all)) Object.defineProperty(object, key, all[key as string] as never);
    return object;
  };
}

/** Packages that take a method from its descriptor (execa) find what it stands for, as if it were a plain property. */
function keepDescriptors(): void {
  const plain = (descriptor: PropertyDescriptor | undefined) => {
    const { get } = descriptor ?? {};
    if (!get || !Object.hasOwn(get, 'originalValue')) return descriptor;
    const { originalValue: value } = get as unknown as { originalValue: unknown };
    return { value, writable: true, enumerable: descriptor?.enumerable, configurable: true };
  };
  for (const holder of [Object, Reflect] as Pick<typeof Object, 'getOwnPropertyDescriptor'>[]) {
    const original = holder.getOwnPropertyDescriptor;
    holder.getOwnPropertyDescriptor = (object, key) =>
      plain(original(object, key)) as PropertyDescriptor | undefined;
  }
  const { getOwnPropertyDescriptors } = Object;
  const { ownKeys } = Reflect;
  Object.getOwnPropertyDescriptors = ((object: object) => {
    const all = getOwnPropertyDescriptors(object) as Record<PropertyKey, PropertyDescriptor>;
    for (const key of ownKeys(all)) all[key] = plain(all[key]) as PropertyDescriptor;
    return all;
  }) as typeof getOwnPropertyDescriptors;
}

/** With another prototype, an object that all share has lost what they call on it. */
function keepPrototypes(names: ReadonlyNames): void {
  const refuse = (object: object, prototype: object | null) => {
    const name = names.get(object);
    if (name && Object.getPrototypeOf(object) !== prototype)
      throw new TypeError(
        `The prototype of ${name} cannot be changed: all code of the process uses it.`,
      );
  };
  for (const holder of [Object, Reflect] as { setPrototypeOf: SetPrototypeOf }[]) {
    const original = holder.setPrototypeOf;
    const setPrototypeOf: SetPrototypeOf = (object, prototype) => {
      refuse(object, prototype);
      return original(object, prototype);
    };
    holder.setPrototypeOf = setPrototypeOf;
  }
  const { get, set } = Object.getOwnPropertyDescriptor(
    Object.prototype,
    '__proto__',
  ) as Required<PropertyDescriptor>;
  Object.defineProperty(Object.prototype, '__proto__', {
    configurable: true,
    get,
    set(this: object, prototype: object | null) {
      refuse(this, prototype);
      set.call(this, prototype);
    },
  });
}

type ReadonlyNames = Pick<WeakMap<object, string>, 'get' | 'has'>;

// biome-ignore lint/suspicious/noExplicitAny: as the language has it
type SetPrototypeOf = (object: any, prototype: object | null) => any;

/**
 * The channel to the process that has started us is that of the specs. Who has taken the function before
 * keeps it.
 */
export function keepChannel(): void {
  if (!process.send) return;
  Object.defineProperty(process, 'send', {
    configurable: false,
    get: () => refuseToSend,
    set() {
      throw new TypeError('process.send cannot be changed: all code of the process uses it.');
    },
  });
}

function refuseToSend(): never {
  throw new Error(
    'process.send() would talk to the process that runs the specs. Nobody there waits for your messages.',
  );
}
