import { showAlive } from '../../lab/guard/watchdog.ts';
import type { Trace } from '../../lab/trace/trace.ts';

/**
 * A trace as JSON on one line, with all that can be in it: also what a learner's code gave or failed with,
 * of which JSON alone knows little. Stacks are left out: their wording belongs to Node.
 */
export function traceAsText(trace: Trace): string {
  return JSON.stringify(plain(trace, []));
}

/** @param above the objects that it lies in: one that comes again would have no end */
function plain(value: unknown, above: readonly object[]): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value;
  if (typeof value === 'function') return { function: value.name };
  if (typeof value !== 'object')
    return { [typeof value]: Object.is(value, -0) ? '-0' : String(value) };
  if (above.includes(value)) return { above: above.indexOf(value) };
  const around = [...above, value];
  const inside = (part: unknown) => {
    // A trace may have 50,000 timers: with all cores busy, they take as long as code that never ends.
    showAlive();
    return plain(part, around);
  };
  if (Array.isArray(value)) return value.map(inside);
  if (value instanceof Set) return { Set: [...value].map(inside) };
  if (value instanceof Map) return { Map: [...value].map(inside) };
  const own = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part)]));
  if (value instanceof Error) {
    const { name, message, cause } = value;
    const causes = value instanceof AggregateError ? value.errors.map(inside) : [];
    return { [name]: { message, cause: inside(cause), causes, ...own } };
  }
  const kind = Object.getPrototypeOf(value)?.constructor?.name;
  return kind === 'Object' ? own : { [String(kind)]: own };
}
