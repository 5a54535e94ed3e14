import { katasOf } from '../course.ts';
import { runVitest } from '../run-vitest.ts';
import { unknownName } from './choose.ts';
import { command } from './command.ts';
import { findKatas } from './names.ts';

const flags = {
  watch: { type: 'boolean', default: false },
  ui: { type: 'boolean', default: false },
  solutions: { type: 'boolean', default: false },
} as const;

await command(import.meta.filename, flags, async (names, { watch, ui, solutions }) => {
  const root = process.cwd();
  const katas = katasOf(root);
  const files = names.flatMap((name) => {
    const found = findKatas(katas, name, root);
    if (found.length === 0) throw unknownName(katas, name, root);
    return found.map((kata) => (solutions ? kata.reference : kata.spec));
  });
  const vitest = await runVitest(solutions ? 'solutions' : 'katas', root, files, {
    watch: watch || ui,
    ui,
  });
  if (!vitest.shouldKeepServer()) await vitest.exit();
});
