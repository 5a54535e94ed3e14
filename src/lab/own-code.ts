import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, resolve } from 'node:path';

/** With `from`, bare, or called. A word between quotes behind `export` alone is a type, or a value. */
const IMPORT =
  /(?:^|[\n;])[ \t]*(?:import\s*|(?:import|export)\b(?!\s+type\b)[^'"`;]*?\bfrom\s*)['"]([^'"\n]+)['"]|\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g;

/** Node's own modules that change the whole process for good: `domain` changes every emitter. */
const LASTING = /^(?:node:)?domain$/;

/** What somebody has written: a file, and the files that it imports by a path. */
export interface OwnCode {
  readonly text: string;
  /** The packages that it imports, and such modules of Node, by the names in its imports. */
  readonly packages: readonly string[];
  readonly hasPackages: boolean;
  /** Node's own modules that it imports, without `node:`. */
  readonly builtins: readonly string[];
  /** The file itself, and those that it imports by a path, as it is written there. */
  readonly files: readonly string[];
}

/** @param file a spec stands for the stub that it imports */
export function ownCodeOf(file: string): OwnCode {
  const files = new Set([file]);
  const texts: string[] = [];
  const packages = new Set<string>();
  const builtins = new Set<string>();
  // What is added meanwhile is visited, too.
  for (const path of files) {
    const text = textOf(path);
    texts.push(text);
    for (const [, from = '', called] of text.matchAll(IMPORT)) {
      const name = called ?? from;
      if (name.startsWith('.')) files.add(resolve(dirname(path), name));
      else if (isBuiltin(name) && !LASTING.test(name)) builtins.add(name.replace(/^node:/, ''));
      else if (!name.startsWith('#')) packages.add(name);
    }
  }
  return {
    text: texts.join('\n'),
    packages: [...packages],
    hasPackages: packages.size > 0,
    builtins: [...builtins],
    files: [...files],
  };
}

/** Empty for what is missing, or is a folder. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
