type Io<T> = () => Promise<T>;

// Fails: starts each step when the one before has ended

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return Promise.all(steps.map((step) => step()));
}
