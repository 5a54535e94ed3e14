import { existsSync, unwatchFile, watchFile } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import { isatty } from 'node:tty';
import type { Plugin } from 'vite';
import type { CliOptions, Vitest } from 'vitest/node';
import { expectRoom } from '../course/keep.ts';
import type { Wanted } from '../lab/test.ts';
import { runSoonWhatIsSavedAlone } from './alone.ts';
import { environmentsOf, runWhatImports } from './importers.ts';
import { isKept } from './loading/transformed.ts';
import { type Project, projectConfig } from './projects.ts';
import { lookAfterSaves } from './saves.ts';
import { SpareWorker } from './workers/spare-worker.ts';
import { Survival } from './workers/survive.ts';

/** Those of vitest, and what is wanted of the lab. */
export interface RunOptions extends CliOptions {
  readonly lab?: Wanted;
  /** Nothing is run yet: the caller runs the files, as often as it likes. */
  readonly standby?: boolean;
  /** Asked before those of the project. */
  readonly plugins?: readonly Plugin[];
  /** In watch mode, a save of any file counts, and not only of those that are run first. */
  readonly watchesAll?: boolean;
  /** Our own code reads the keyboard in watch mode, and vitest does not. */
  readonly hasOwnKeys?: boolean;
  /** Called when a save was noticed of which the system had told nothing. */
  readonly onUntoldSave?: () => void;
  /** Deaths of one file after which nobody tries the rest of it; a few without it. */
  readonly mostDeaths?: number;
  /** Real ms in which nothing may be heard of a worker before it is ended; a few seconds without it. */
  readonly patience?: number;
}

/** A keyboard on which nobody types. */
const NO_KEYS = new PassThrough() as never;

const spares = new WeakMap<Vitest, SpareWorker>();

/** Ends the workers at once, whatever their code is doing: no other way out of an endless loop is as quick. */
export function endWorkers(vitest: Vitest): void {
  spares.get(vitest)?.endAll();
}

/**
 * Starts vitest on one project of the course in `root`, without the detour of a config file.
 *
 * @param files absolute paths; all of the project's without any
 * @throws what the file system says, where there is no room for what vitest writes
 */
export async function runVitest(
  project: Project,
  root: string,
  files: string[],
  {
    lab,
    standby,
    plugins = [],
    watchesAll = false,
    hasOwnKeys = false,
    onUntoldSave,
    mostDeaths,
    patience,
    ...options
  }: RunOptions = {},
): Promise<Vitest> {
  const { test, ...vite } = projectConfig(project);
  const { watch = false, reporters = [] } = options;
  // What it does not keep it lays down there, and blames the kata when it cannot.
  if (!isKept({ ...test, ...options })) expectRoom(tmpdir());
  // Our own tests may take their time, and none of them is expected to kill its process.
  const isOurs = ['tools', 'course', 'hostile'].includes(project);
  const env = { ...test?.env, ...options.env };
  const provide = {
    ...options.provide,
    lab: { ...test?.provide?.lab, isReplaced: !isOurs, ...lab },
  };
  const spare = new SpareWorker(
    [project, watch ? 'watch' : 'run', isatty(1) ? 'tty' : 'pipe'].join('-'),
  );
  // Loading it takes as long as the worker needs to get ready.
  const { ForksPoolWorker, createVitest, startVitest } = await import('vitest/node');
  const surviving = { mostDeaths, patience, isAlone: project === 'katas' };
  const survival = isOurs ? [] : [new Survival((moduleId) => spare.workerOf(moduleId), surviving)];
  const inline = {
    pool: spare.pool(ForksPoolWorker, watch),
    ...options,
    env,
    provide,
    watch,
    reporters: [survival, reporters].flat() as CliOptions['reporters'],
  };
  // What is given beside the config decides; vitest takes both for the same thing.
  const config = [
    { ...inline, root, config: false },
    { ...vite, plugins: [...plugins, ...(vite.plugins ?? [])], test: { ...test, ...inline } },
  ] as [never, never];
  const vitest = standby
    ? await createVitest('test', ...config)
    : await startVitest('test', files, ...config, hasOwnKeys ? { stdin: NO_KEYS } : {});
  // vitest takes the files that it was started with for a filter of all that is saved later.
  if (watchesAll) Object.assign(vitest, { filenamePattern: undefined });
  spares.set(vitest, spare);
  vitest.onClose(() => spare.end());
  if (standby) await vitest.standalone();
  // vitest does not run again what imports a file that is gone, once it knows that it is; and it runs what is gone.
  const { watcher } = vitest.vite;
  watcher.prependListener('unlink', (file) => watcher.emit('change', file));
  watcher.prependListener('add', (file) => forgetThatItWasGone(vitest, file));
  vitest.onFilterWatchedSpecification(({ moduleId }) => existsSync(moduleId));
  noticeFilesThatWereFolders(watcher);
  runWhatImports(vitest);
  runSoonWhatIsSavedAlone(vitest);
  if (watch && onUntoldSave) vitest.onClose(lookAfterSaves(root, watcher, onUntoldSave));
  return vitest;
}

/** Where a file was missing when it was first asked for, vite takes its address for that of no file, for good. */
function forgetThatItWasGone(vitest: Vitest, file: string): void {
  const address = `/${relative(vitest.config.root, file).replaceAll('\\', '/')}`;
  for (const { moduleGraph } of environmentsOf(vitest)) {
    const { idToModuleMap, urlToModuleMap, fileToModulesMap } = moduleGraph;
    if (!idToModuleMap.has(address)) continue;
    for (const known of [idToModuleMap, urlToModuleMap, fileToModulesMap]) known.delete(address);
    Reflect.get(moduleGraph, '_unresolvedUrlToModuleMap')?.delete(address);
  }
}

/** How often a folder in the place of a file is looked at, in ms. */
const LOOK = 200;

/** Where a folder gives way to a file at once, chokidar still sees the folder, and no save of the file. */
function noticeFilesThatWereFolders(watcher: Vitest['vite']['watcher']): void {
  watcher.on('addDir', (path) => {
    if (extname(path) !== '.ts') return;
    watchFile(path, { interval: LOOK, persistent: false }, (now) => {
      if (!now.isFile()) return;
      unwatchFile(path);
      watcher.unwatch(path).add(path);
      watcher.emit('change', path);
    });
  });
  watcher.on('unlinkDir', (path) => unwatchFile(path));
}
