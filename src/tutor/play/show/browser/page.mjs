// The page of a program that was played: one file, which asks nobody for anything.
const data = JSON.parse(document.getElementById('played').textContent);
const { source, rows, timers, steps, lines, total, endings, tree, endedStep } = data;
const $ = (id) => document.getElementById(id);
const SVG = 'http://www.w3.org/2000/svg';
const LABEL = 200;
const PLOT = 400;
const ROW = 24;

/** Each call with its timers below it. */
const order = tree.flatMap((placed) => [
  placed,
  ...timers
    .filter(({ by }) => by === placed.place)
    .map((timer) => ({ timer, depth: placed.depth + 1 })),
]);

/** @param {string} name @param {Record<string, string | number>} attributes */
function draw(name, attributes, text = '') {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

function put(name, text, className = '') {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}

const x = (ms) => LABEL + (total === 0 ? 0 : (ms / total) * PLOT);

/** What is at a step, of what has a first and maybe a last one. */
const isAt = (step, from, to) => from <= step && (to === undefined || to === null || step < to);

function drawRow({ place, depth }, i, step) {
  const row = rows[place];
  const middle = ROW * i + ROW / 2;
  const isNow = steps[step]?.row === place;
  const all = [
    draw('rect', {
      class: `row${isNow ? ' now' : ''}`,
      x: 0,
      y: ROW * i,
      width: LABEL + PLOT + 40,
      height: ROW,
    }),
    draw(
      'text',
      { x: 8 + depth * 12, y: middle + 4, ...(row.startStep > step ? { class: 'later' } : {}) },
      cut(row.label, 28 - depth * 2),
    ),
  ];
  const later = (from) => (from > step ? ' later' : '');
  let [at, since] = [row.start, row.startStep];
  const run = (to) => {
    if (to > at)
      all.push(
        draw('rect', {
          class: `compute${later(since)}`,
          x: x(at),
          y: middle - 5,
          width: x(to) - x(at),
          height: 10,
        }),
      );
    else all.push(draw('circle', { class: `run${later(since)}`, cx: x(at), cy: middle, r: 4 }));
  };
  for (const pause of row.pauses) {
    run(pause.from);
    [at, since] = [pause.to ?? total, pause.toStep ?? steps.length];
    if (pause.kind === 'yield') continue;
    // What is still to come is pale.
    const isOpen = isAt(step, pause.fromStep, pause.toStep);
    const now = isOpen ? (steps[step]?.at ?? 0) : at;
    for (const [from, to, style] of [
      [pause.from, now, later(pause.fromStep)],
      [now, at, ' later'],
    ]) {
      const [x1, x2] = [from === pause.from ? x(from) + 4 : x(from), to === at ? x(to) - 4 : x(to)];
      if (x2 <= x1) continue;
      const line = draw('line', { class: `pause${style}`, x1, x2, y1: middle, y2: middle });
      line.append(draw('title', {}, `${pause.text}: ${pause.from} to ${pause.to ?? '…'} ms`));
      all.push(line);
    }
  }
  if (row.ending === 'failed' || row.ending === 'aborted') {
    const [from, to] = [x(row.end) - 5, x(row.end) + 5];
    const d = `M${from} ${middle - 5}L${to} ${middle + 5}M${to} ${middle - 5}L${from} ${middle + 5}`;
    all.push(draw('path', { class: `fail${later(row.endStep)}`, d }));
  } else if (row.ending === 'done') run(row.end);
  return all;
}

function drawTimer({ timer, depth }, i, step) {
  const middle = ROW * i + ROW / 2;
  const { name, from, fired, clearedAt, kind } = timer;
  const isOver = kind !== 'interval' && fired.length > 0;
  const to = clearedAt ?? (isOver ? fired.at(-1)[0] : total);
  const now = steps[step]?.at ?? 0;
  const later = (at) => (at > now ? ' later' : '');
  const label = { class: `dim${later(from)}`, x: 8 + depth * 12, y: middle + 4 };
  const line = (x1, x2, style) =>
    draw('line', { class: `timer${style}`, x1: x(x1), x2: x(x2), y1: middle, y2: middle });
  const until = Math.max(from, Math.min(to, now));
  return [
    draw('text', label, cut(name, 28 - depth * 2)),
    line(from, until, ''),
    line(until, to, ' later'),
    ...fired.map(([at]) =>
      draw('circle', { class: `run${later(at)}`, cx: x(at), cy: middle, r: 4 }),
    ),
  ];
}

function cut(text, longest) {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function drawTimeline(step) {
  const height = ROW * order.length + 24;
  const svg = draw('svg', {
    viewBox: `0 0 ${LABEL + PLOT + 40} ${height}`,
    role: 'img',
    'aria-label': 'What ran when',
  });
  svg.append(
    ...order.flatMap((placed, i) =>
      placed.timer ? drawTimer(placed, i, step) : drawRow(placed, i, step),
    ),
  );
  const now = steps[step]?.at ?? 0;
  const bottom = height - 20;
  svg.append(draw('line', { class: 'cursor', x1: x(now), x2: x(now), y1: 0, y2: bottom }));
  svg.append(draw('text', { class: 'dim', x: LABEL, y: height - 6 }, '0'));
  svg.append(draw('text', { class: 'dim', x: LABEL + PLOT - 4, y: height - 6 }, `${total} ms`));
  $('timeline').replaceChildren(svg);
}

function drawSource(step) {
  const standing = new Map();
  for (const row of rows)
    for (const { line, kind, fromStep, toStep } of row.pauses)
      if (kind === 'await' && isAt(step, fromStep, toStep))
        standing.set(line, [...(standing.get(line) ?? []), row.label]);
  $('source').replaceChildren(
    ...source
      .trimEnd()
      .split('\n')
      .map((text, i) => {
        const line = put('div', text);
        const labels = standing.get(i + 1);
        if (labels) line.append(put('small', cut(labels.join(', '), 48)));
        if (labels) line.classList.add('stands');
        if (steps[step]?.line === i + 1) line.classList.add('here');
        return line;
      }),
  );
}

function drawQueues(step) {
  const { ticks, microtasks, immediates, timers: set } = steps[step]?.queues ?? {};
  const all = [
    ['nextTick', ticks],
    ['microtasks', microtasks],
    ['timers', set?.map(({ label, due }) => `${label} at ${due} ms`)],
    ['immediates', immediates],
  ];
  $('queues').replaceChildren(
    ...all.map(([name, labels = []]) => {
      const list = document.createElement('ul');
      list.append(...labels.map((label) => put('li', label, 'mono')));
      if (labels.length === 0) list.append(put('li', 'empty', 'none'));
      const queue = document.createElement('div');
      queue.append(put('h2', name), list);
      return queue;
    }),
  );
}

function drawPrinted(step) {
  const printed = lines.flatMap((line, i) => {
    const later = line.step > step ? 'later' : '';
    const text = put('div', `${line.at} ms  ${line.text}`, later);
    if (!line.isLate || lines[i - 1]?.isLate) return [text];
    return [put('div', 'plain Node has ended: it does not print the rest', `none ${later}`), text];
  });
  $('printed').replaceChildren(...printed);
}

function show(step) {
  $('step').value = String(step);
  const { at = 0, what = 'nothing happened' } = steps[step] ?? {};
  const number = Math.min(step + 1, steps.length);
  $('told').textContent = `${number} of ${steps.length} · ${at} ms · ${what}`;
  // Only plain Node has ended: here it goes on, so that one sees what is lost.
  $('ended').hidden = endedStep === null || step < endedStep;
  drawTimeline(step);
  drawSource(step);
  drawQueues(step);
  drawPrinted(step);
  $('endings').hidden = endings.length === 0 || step < steps.length - 1;
}

const last = Math.max(0, steps.length - 1);
const go = (step) => show(Math.min(last, Math.max(0, step)));
const step = () => Number($('step').value);
const nextMs = (way) => {
  let i = step();
  const { at } = steps[i] ?? {};
  while (i + way >= 0 && i + way <= last && steps[i]?.at === at) i += way;
  return i;
};
const KEYS = {
  ArrowRight: () => step() + 1,
  ArrowLeft: () => step() - 1,
  ArrowDown: () => nextMs(1),
  ArrowUp: () => nextMs(-1),
  Home: () => 0,
  End: () => last,
};

$('step').max = String(last);
$('step').addEventListener('input', () => show(step()));
$('back').addEventListener('click', () => go(step() - 1));
$('on').addEventListener('click', () => go(step() + 1));
document.addEventListener('keydown', (event) => {
  const way = KEYS[event.key];
  if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  go(way());
});
if (endedStep !== null)
  $('ended').textContent =
    `Plain Node has ended at ${steps[endedStep]?.at} ms, with exit code 1: it runs no more of this.`;
$('endings').append(...endings.map((text) => put('p', text)));
show(0);
