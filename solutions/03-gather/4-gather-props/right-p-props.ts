// With p-props.
import pProps from 'p-props';

export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return pProps(promises as Record<string, PromiseLike<unknown>>) as Promise<unknown> as Promise<T>;
}
