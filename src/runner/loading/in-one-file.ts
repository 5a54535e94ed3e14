import type { Plugin } from 'vite';
import { bundleOf } from '../../start/bundle.mjs';
import { defineKeyOfKept } from './transformed.ts';

/** What is imported by these names, and the files of ours that it stands for. */
const DOORS = { '#lab': 'lab/index', '#scenes': 'proof/random/scenes' } as const;

/** What comes through a door comes as one file: vitest asks for each file that it loads, one by one. */
export function inOneFile(door: keyof typeof DOORS): Plugin {
  const entry = DOORS[door];
  return {
    name: `learn-async:${entry.replaceAll('/', '-')}-in-one-file`,
    enforce: 'pre',
    // Where vitest has kept what a spec was made into, nobody asks any more what it imports.
    configResolved: async () => void (await bundleOf(entry)),
    // A spec that was made for the one file must not find an old one, where no new one can be written.
    configureVitest: async (context) => {
      const file = await bundleOf(entry);
      defineKeyOfKept(context, () => file ?? 'from the sources');
    },
    resolveId: (source) => (source === door ? bundleOf(entry) : undefined),
  };
}
