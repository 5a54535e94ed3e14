import type { Plugin } from 'vite';
import { bundleOf } from '../start/bundle.mjs';

const LAB = 'lab/index';

/** What specs import as `#lab` comes as one file: vitest asks for each file that it loads, one by one. */
export function labInOneFile(): Plugin {
  return {
    name: 'learn-async:lab-in-one-file',
    enforce: 'pre',
    // Where vitest has kept what a spec was made into, nobody asks any more what it imports.
    configResolved: async () => void (await bundleOf(LAB)),
    // A spec that was made for the one file must not find an old one, where no new one can be written.
    configureVitest: async ({ experimental_defineCacheKeyGenerator: define }) => {
      const file = await bundleOf(LAB);
      define(() => file ?? 'from the sources');
    },
    resolveId: (source) => (source === '#lab' ? bundleOf(LAB) : undefined),
  };
}
