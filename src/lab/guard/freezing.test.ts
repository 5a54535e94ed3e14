import { expect, test } from '#lab';

/** What all code of the process works with, in the names that `get-intrinsic` has for it. */
const KEPT = [
  ...['call', 'apply', 'bind'].map((key) => `Function.prototype.${key}`),
  ...['get', 'set', 'has', 'delete'].map((key) => `Map.prototype.${key}`),
  ...['has', 'add', 'delete'].map((key) => `Set.prototype.${key}`),
  ...['Array.prototype.push', 'Array.prototype.shift', 'Promise.prototype.then', 'Reflect.apply'],
];

/** What holds it, and the last part of its name. */
function partsOf(name: string): [holder: Record<string, unknown>, key: string] {
  const [first = '', ...rest] = name.split('.');
  const key = rest.pop() as string;
  const start = (globalThis as Record<string, unknown>)[first] as Record<string, unknown>;
  return [rest.reduce((value, part) => value[part] as typeof start, start), key];
}

/** Finds it as `get-intrinsic` does: a getter is the thing itself, unless it says that it stands for a value. */
function intrinsic(name: string): unknown {
  const [holder, key] = partsOf(name);
  const { get } = Object.getOwnPropertyDescriptor(holder, key) ?? {};
  return get && !('originalValue' in get) ? get : holder[key];
}

test.for(KEPT)('packages on get-intrinsic find %s', (name) => {
  const [holder, key] = partsOf(name);
  expect(intrinsic(name)).toBe(holder[key]);
});

test('packages that look at a descriptor find a plain method', () => {
  const { then } = Promise.prototype;
  for (const { getOwnPropertyDescriptor } of [Object, Reflect]) {
    const found = getOwnPropertyDescriptor(Promise.prototype, 'then');
    expect(found).toEqual({ value: then, writable: true, enumerable: false, configurable: true });
  }
  expect(Object.getOwnPropertyDescriptors(Promise.prototype).then.value).toBe(then);
  expect(Object.getOwnPropertyDescriptor({ own: 1 }, 'none')).toBeUndefined();
});

test('an accessor of the language is still one', () => {
  const { get } = Object.getOwnPropertyDescriptor(Map.prototype, 'size') ?? {};
  expect(intrinsic('Map.prototype.size')).toBe(get);
});

test('a method of the language cannot be set, and what inherits it may have its own', () => {
  expect(() => {
    Map.prototype.get = () => 1;
  }).toThrow('Map.prototype.get cannot be changed');
  const map = Object.assign(new Map(), { get: () => 7 });
  expect(map.get('a')).toBe(7);
  class Odd extends Map {
    override get(): number {
      return 8;
    }
  }
  expect(new Odd().get()).toBe(8);
});

test('what all share is not frozen', () => {
  const shared = [Object, Array.prototype, globalThis];
  for (const close of [Object.freeze, Object.seal, Object.preventExtensions])
    for (const object of shared) expect(() => close(object)).toThrow('would lock');
  for (const object of shared)
    expect(() => Reflect.preventExtensions(object)).toThrow('would lock');
  expect(Object.isFrozen(Object.freeze({ own: 1 }))).toBe(true);
  expect(Object.freeze.name).toBe('freeze');
});
