import type { Plugin } from 'vite';
import { bundleOf } from './bundle.mjs';

/** What specs import as `#lab` comes as one file: vitest asks for each file that it loads, one by one. */
export function labInOneFile(): Plugin {
  return {
    name: 'learn-async:lab-in-one-file',
    enforce: 'pre',
    resolveId: (source) => (source === '#lab' ? bundleOf('lab/index') : undefined),
  };
}
