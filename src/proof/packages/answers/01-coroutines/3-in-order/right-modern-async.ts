// asyncMap of modern-async's, which runs one at a time.
import { asyncMap } from 'modern-async';

export const inOrder = <T>(steps: (() => Promise<T>)[]) =>
  asyncMap([...steps], (step) => step(), 1);
