import { existsSync } from 'node:fs';
import { chooseKata, UsageError } from './choose.ts';
import { command } from './command.ts';
import { findEditor, runEditor } from './editor.ts';

await command(import.meta.filename, {}, async (names) => {
  const kata = await chooseKata(process.cwd(), names);
  // An editor would begin an empty file without a word.
  if (!existsSync(kata.stub))
    throw new UsageError(
      `katas/${kata.id}.ts is gone. This brings the stub back: npm run reset ${kata.name}`,
    );
  const editor = findEditor();
  if (editor) runEditor(editor, [kata.stub, kata.spec]);
  else
    console.log(
      `\n  stub  katas/${kata.id}.ts\n  spec  katas/${kata.id}.spec.ts\n\n  Set VISUAL or EDITOR to the command of your editor, and it opens them.\n`,
    );
});
