import { inspect } from 'node:util';

/**
 * As Node hands an error over: one of a class of its own becomes an Error, with the name, the code and whatever else
 * it had, unless a part of that cannot be copied. Other values that cannot be copied become a text.
 */
export function asOutside(error: unknown): unknown {
  try {
    const copy = structuredClone(error);
    return error instanceof Error ? Object.assign(copy as Error, ownParts(error)) : copy;
  } catch {
    return inspect(error);
  }
}

function ownParts(error: Error): object {
  const parts = Object.entries(error).filter(([, part]) => typeof part !== 'function');
  try {
    return structuredClone(Object.fromEntries(parts));
  } catch {
    return {};
  }
}
