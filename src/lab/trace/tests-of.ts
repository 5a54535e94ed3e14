interface Entry {
  readonly type: 'test' | 'suite';
}

type TestIn<T extends Entry> = Extract<T, { type: 'test' }>;

/** All tests of a file as vitest has it, in their order, whatever suites they are in. */
export function testsOf<T extends Entry>(file: { readonly tasks: readonly T[] }): TestIn<T>[] {
  return file.tasks.flatMap((task) =>
    task.type === 'test' ? [task as TestIn<T>] : testsOf(task as T & { tasks: readonly T[] }),
  );
}
