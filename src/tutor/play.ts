/** Runs a program on virtual time, and draws what ran when. */
import { resolve } from 'node:path';
import { command } from '../command/command.ts';
import { glyphsFor } from '../text/glyphs.ts';
import { breakLine } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { tellEnding } from './play/endings.ts';
import { renderLines } from './play/lines.ts';
import { play } from './play/run.ts';
import { drawTimeline } from './play/timeline.ts';

const usage = {
  does: 'Runs a program on virtual time, and draws what ran when.',
  ways: [['npm run play <path>', 'that program']],
} as const;

await command(import.meta.filename, usage, async ([name = '']) => {
  const style = terminalStyle();
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), name);
  const { played } = await play({ file });
  const picture =
    played.rows.length === 0 ? '' : drawTimeline(played, glyphsFor(style.unicode), style.width);
  const parts = [
    renderLines(played),
    picture,
    ...tellEnding(played).map((line) => breakLine(`  ${line}`, style.width, '  ')),
  ];
  show(`\n${parts.filter((part) => part !== '').join('\n\n')}\n`);
  process.exitCode = played.end.exitCode;
});
