// A namespace of cls-hooked that is made while the file is loaded, and asked for by its name.
import { createNamespace, getNamespace } from 'cls-hooked';

createNamespace('times');

export function sleep(ms: number): Promise<void> {
  const times = getNamespace('times');
  if (!times) throw new Error('the namespace is gone');
  return new Promise<void>((resolve) => {
    times.run(() => setTimeout(times.bind(resolve), ms));
  });
}
