const LONGEST = 1_000_000;

/** A value as it is at this moment: who goes on to fill it (a list, a set, an object) does not change the copy. */
export function asItWas(value: unknown): unknown {
  try {
    return copyOf(value);
  } catch {
    // A Proxy, or a class of somebody's own, that will not be copied.
    return value;
  }
}

function copyOf(value: unknown): unknown {
  // A longer list costs more to copy than anybody's late push is worth.
  if (Array.isArray(value) && value.length > LONGEST) return value;
  if (Array.isArray(value)) return value.slice();
  if (value instanceof Set) return new Set(value);
  if (value instanceof Map) return new Map(value);
  return isPlain(value)
    ? Object.create(Object.getPrototypeOf(value), Object.getOwnPropertyDescriptors(value))
    : value;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
