import { readSection, withoutHints } from '../lesson.ts';
import { chooseKata, UsageError } from './choose.ts';
import { command } from './command.ts';
import { renderMarkdown } from './markdown.ts';
import { terminalStyle } from './style.ts';

await command(import.meta.filename, {}, async (names) => {
  const root = process.cwd();
  const kata = await chooseKata(root, names);
  const section = readSection(root, kata);
  if (section === undefined) throw new UsageError(`The lesson of ${kata.id} is missing.`);
  console.log(`\n${renderMarkdown(withoutHints(section), terminalStyle())}\n`);
});
