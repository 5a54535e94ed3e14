import type { Plugin } from 'vite';
import type {} from 'vitest/config';
import type { ForksPoolWorker } from 'vitest/node';
import { SpareWorker } from './spare-worker.ts';
import { Survival } from './survive.ts';

/**
 * For vitest as somebody else starts it, such as the extension of an editor: a kata that ends its process, or
 * never ends, takes no verdict of the others with it.
 *
 * @param Worker vitest's own, which the caller has loaded
 */
export function survival(Worker: typeof ForksPoolWorker): Plugin {
  const spare = new SpareWorker('plain');
  return {
    name: 'learn-async:survival',
    config: () => ({ test: { pool: spare.pool(Worker, false) } }),
    configureVitest({ vitest }) {
      vitest.config.reporters.push(
        new Survival((moduleId) => spare.workerOf(moduleId), { isAlone: true }) as never,
      );
      vitest.onClose(() => spare.end());
    },
  };
}
