// A callback that is bound to a context of cls-hooked.
import { createNamespace, getNamespace } from 'cls-hooked';

const NAME = 'sleepers';

export function sleep(ms: number): Promise<void> {
  const sleepers = getNamespace(NAME) ?? createNamespace(NAME);
  return sleepers.runAndReturn(async () => {
    sleepers.set('ms', ms);
    await null;
    await new Promise<void>((resolve) =>
      setTimeout(sleepers.bind(resolve), sleepers.get('ms') as number),
    );
  });
}
