/**
 * What has not changed since the last run need not be transformed again: vitest keeps it. In vitest 4 this is an
 * experiment, and in vitest 5 it has other names.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HOME } from '../../course/home.ts';
import { hasRoom } from '../../course/keep.ts';

const KEPT = join(HOME, 'node_modules', '.experimental-vitest-cache');

interface Options {
  readonly fsModuleCache: boolean;
  readonly fsModuleCachePath?: string;
}

/** @returns what the key of a file has in it too; when false, nothing is kept of that file */
type KeyOf = (file: { readonly sourceCode: string }) => string | undefined | false;

interface Defining {
  readonly defineCacheKeyGenerator?: (keyOf: KeyOf) => void;
  readonly experimental_defineCacheKeyGenerator?: (keyOf: KeyOf) => void;
}

/** For the `test` of a config; vitest 4 fails where nothing can be kept, and blames the kata. */
export function keepTransformed(): object {
  return named({ fsModuleCache: hasRoom(KEPT), fsModuleCachePath: KEPT });
}

/** For the `test` of a config: nothing is taken from an earlier run, and nothing is left for a later one. */
export function keepNothing(): object {
  return named({ fsModuleCache: false });
}

export function isKept(config: object): boolean {
  const { experimental, fsModuleCache } = config as Partial<Options> & { experimental?: Options };
  return experimental?.fsModuleCache ?? fsModuleCache ?? false;
}

/** By what else than its text and its path a file is told from others, for a plugin's `configureVitest`. */
export function defineKeyOfKept(context: object, keyOf: KeyOf): void {
  const { defineCacheKeyGenerator, experimental_defineCacheKeyGenerator } = context as Defining;
  (defineCacheKeyGenerator ?? experimental_defineCacheKeyGenerator)?.(keyOf);
}

function named(options: Options): object {
  const { version } = createRequire(join(HOME, 'package.json'))('vitest/package.json');
  return Number.parseInt(version, 10) < 5 ? { experimental: options } : options;
}
