/** Every spec once more, then the end: started when the last kata of the course is done. */
import { resolve } from 'node:path';
import { command } from '../../command/command.ts';
import { katasOf } from '../../course/katas.ts';
import { type KataStanding, standingOf } from '../../judging/standing.ts';
import { runVitest } from '../../runner/run-vitest.ts';
import { show } from '../../text/print.ts';
import { terminalStyle } from '../../text/style.ts';
import { rememberEnd } from '../page/news.ts';
import { renderEnd, renderNotYet } from './page.ts';

/** Nothing is taken from an earlier run, and nothing is where it was then. */
async function runAgain(root: string, seed: number): Promise<KataStanding[]> {
  const vitest = await runVitest('katas', root, [], {
    reporters: [{}],
    experimental: { fsModuleCache: false },
    sequence: { shuffle: { files: true, tests: true }, seed },
  });
  const modules = new Map(
    vitest.state.getTestModules().map((module) => [resolve(module.moduleId), module]),
  );
  const standings = katasOf(root).map((kata) => standingOf(kata, modules.get(kata.spec)));
  await vitest.close();
  return standings;
}

await command(import.meta.filename, {}, async () => {
  const root = process.cwd();
  const seed = Date.now() % 1_000_000;
  show('  All of it is done. Every spec once more ...\n');
  const standings = await runAgain(root, seed);
  const failed = standings.find(({ status }) => status !== 'done');
  if (failed) {
    show(`${renderNotYet(failed, seed, terminalStyle())}\n`);
    process.exitCode = 1;
    return;
  }
  rememberEnd(root);
  show(`${renderEnd(terminalStyle())}\n`);
});
