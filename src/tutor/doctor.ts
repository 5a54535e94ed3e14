import { katasHere } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { list } from '../text/english.ts';
import { breakLine } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { type Check, examine } from './doctor/checks.ts';

function renderChecks(checks: readonly Check[], style: Style): string {
  const width = Math.max(...checks.map(({ of }) => of.length));
  const lines = checks.map(({ of, state, words }) => {
    const sign = {
      good: style.good(style.done),
      hint: style.dim(style.open),
      bad: style.bad(style.failed),
    }[state];
    const line = `  ${sign} ${style.bold(of.padEnd(width))}  ${words}`;
    return breakLine(line, style.width, ' '.repeat(width + 6));
  });
  const isBad = checks.some(({ state }) => state === 'bad');
  const verdict = isBad
    ? style.bad('The course cannot run like this.')
    : style.good('The course runs here.');
  return `${lines.join('\n')}\n\n  ${verdict}`;
}

const usage = {
  does: 'Checks your set-up: Node, the packages, git, the editor, the terminal; and says what to do.',
  ways: [['npm run doctor', 'takes about a second, and changes nothing']],
} as const;

await command(import.meta.filename, usage, async (names) => {
  if (names.length > 0) throw new UsageError(`npm run doctor takes no name; got ${list(names)}.`);
  const root = process.cwd();
  katasHere(root);
  const checks = await examine(root);
  show(`\n${renderChecks(checks, terminalStyle())}\n`);
  if (checks.some(({ state }) => state === 'bad')) process.exitCode = 1;
});
