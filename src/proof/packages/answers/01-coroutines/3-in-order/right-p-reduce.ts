// p-reduce.
import pReduce from 'p-reduce';

export const inOrder = <T>(steps: (() => Promise<T>)[]) =>
  pReduce([...steps], async (results, step) => [...results, await step()], [] as T[]);
