import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Played } from '../played.ts';
import { tellEnding } from './endings.ts';
import { asTree, shownTimers, totalOf } from './order.ts';

const BROWSER = join(import.meta.dirname, 'browser');

/**
 * One file that shows a program step by step, and needs no other.
 *
 * @param source of the program's own file
 */
export function drawHtml(name: string, source: string, played: Played): string {
  const tree = asTree(played).map(({ place, depth }) => ({ place, depth }));
  const { rows, steps, lines } = played;
  const timers = shownTimers(played);
  const total = totalOf(played);
  const endings = tellEnding(played);
  // JSON has no undefined.
  const endedStep = played.end.deaths[0]?.step ?? null;
  const shown = { source, rows, timers, steps, lines, total, tree, endings, endedStep };
  const title = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // Nothing in it may end the element that it is in.
  const data = JSON.stringify(shown).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<style>
${read('page.css')}</style>
</head>
<body>
<h1>${title}</h1>
${BODY}
<script type="application/json" id="played">${data}</script>
<script type="module">
${read('page.mjs')}</script>
</body>
</html>
`;
}

/** It asks nobody for anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

const BODY = `<div class="controls">
  <button type="button" id="back" aria-label="One step back">◀</button>
  <button type="button" id="on" aria-label="One step on">▶</button>
  <input type="range" id="step" min="0" value="0" aria-label="Step">
  <span class="legend"><kbd>←</kbd> <kbd>→</kbd> a step, <kbd>↑</kbd> <kbd>↓</kbd> to another ms, <kbd>Home</kbd> <kbd>End</kbd></span>
  <strong id="told" class="mono" aria-live="polite"></strong>
  <strong id="ended" class="fails" hidden></strong>
</div>
<div class="columns">
  <div>
    <section><h2>The program</h2><pre id="source"></pre></section>
    <section><h2>What it prints</h2><pre id="printed"></pre></section>
  </div>
  <div>
    <section><h2>What runs when</h2><div id="timeline"></div>
      <p class="legend"><span class="run-sign">●</span> runs  <span class="compute-sign">■</span> computes  <span class="pause-sign">━</span> awaits  <span class="timer-sign">┅</span> a timer  <span class="fail-sign">✕</span> fails</p></section>
    <section><h2>What is in which queue</h2><div id="queues" class="queues"></div></section>
    <section id="endings" aria-label="How it ended"></section>
  </div>
</div>`;

function read(name: string): string {
  return readFileSync(join(BROWSER, name), 'utf8');
}
