/** Every spec once more, then the end: started when the last kata of the course is done. */
import { command } from '../../command/command.ts';
import { statusesOf } from '../../judging/statuses.ts';
import { keepNothing } from '../../runner/loading/transformed.ts';
import { show } from '../../text/print.ts';
import { terminalStyle } from '../../text/style.ts';
import { rememberEnd } from '../page/news.ts';
import { renderEnd, renderNotYet } from './page.ts';

const usage = {
  does: 'Runs every spec once more, and then tells the end of the course.',
  ways: [],
};

await command(import.meta.filename, usage, async () => {
  const root = process.cwd();
  const seed = Date.now() % 1_000_000;
  show('  All katas are done. Every spec runs once more ...\n');
  // Nothing is taken from an earlier run, and nothing is where it was then.
  const standings = await statusesOf(root, {
    ...keepNothing(),
    sequence: { shuffle: { files: true, tests: true }, seed },
  });
  const failed = standings.find(({ status }) => status !== 'done');
  if (failed) {
    show(`${renderNotYet(failed, seed, terminalStyle())}\n`);
    process.exitCode = 1;
    return;
  }
  rememberEnd(root);
  show(`${renderEnd(terminalStyle())}\n`);
});
