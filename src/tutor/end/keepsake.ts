/** A page to keep: how each answer of one's own ran, one picture a kata. */

import { type Kata, katasOf, title } from '../../course/katas.ts';
import { standingOf } from '../../judging/standing.ts';
import { StoodBefore } from '../../judging/stood-before.ts';
import { drawSvgPage } from '../../lab/picture/svg.ts';
import type { LabMeta } from '../../lab/test.ts';
import { collect } from '../../runner/collect.ts';

export interface Keepsake {
  readonly html: string;
  readonly done: number;
  readonly total: number;
}

interface Kept {
  readonly kata: Kata;
  readonly shown: LabMeta;
}

/** Runs every spec on the learner's own files. */
export async function makeKeepsake(root: string): Promise<Keepsake> {
  const { modules } = await collect('katas', root, [], { lab: { pictures: 'all' } });
  const katas = katasOf(root);
  const standings = katas.map((kata) => standingOf(kata, modules.get(kata.spec)));
  new StoodBefore(root).forget(standings);
  const done = standings.flatMap(({ kata, status }): Kept[] => {
    if (status !== 'done') return [];
    const module = modules.get(kata.spec);
    const tests = [...(module?.children.allTests() ?? [])].map((test) => test.meta().lab ?? {});
    return [{ kata, shown: tests.find(hasSomethingToSee) ?? {} }];
  });
  return { html: pageOf(done, katas.length), done: done.length, total: katas.length };
}

const hasSomethingToSee = ({ picture, interleavings }: LabMeta) =>
  interleavings !== undefined ||
  (picture !== undefined && (picture.notes.length > 0 || picture.rows.length > 0));

function pageOf(done: readonly Kept[], total: number): string {
  const chapters = [...new Set(done.map(({ kata }) => kata.chapter))];
  const sections = chapters.map((chapter) => {
    const cards = done.filter(({ kata }) => kata.chapter === chapter).map(cardOf);
    return `<h2>${asHtml(title(chapter))}</h2>\n<div class="cards">\n${cards.join('\n')}\n</div>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>learn-async: my timelines</title>
<style>${STYLE}</style>
<h1>learn-async</h1>
<p>${done.length} of ${total} katas. Each picture is what the answer of its kata did, on the virtual clock: time runs to the right.</p>
${sections.join('\n')}
</html>
`;
}

function cardOf({ kata, shown }: Kept): string {
  const { picture, interleavings } = shown;
  if (!picture && !interleavings) return `<p class="none">${asHtml(kata.name)}</p>`;
  return drawSvgPage([
    { heading: kata.name, pictures: picture ? [['', picture]] : [], interleavings },
  ]);
}

const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const STYLE = `
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; padding: 0 1rem; max-width: 1260px }
h2 { margin-top: 2.5rem }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 600px), 1fr)); gap: 16px; align-items: start }
svg { max-width: 100%; height: auto }
.none { font: 12px ui-monospace, Menlo, Consolas, monospace; margin: 0 }
@media print { svg { break-inside: avoid } }
`;
