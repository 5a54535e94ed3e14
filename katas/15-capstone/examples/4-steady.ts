// Seven results, one every 100 ms: a debounce draws when they have stopped, and a throttle draws meanwhile, too.
import { setTimeout as sleep } from 'node:timers/promises';

let quiet: NodeJS.Timeout | undefined;
function debounce(result: number): void {
  clearTimeout(quiet);
  quiet = setTimeout(() => console.log('debounce draws', result), 230);
}

let [isPaused, latest, drawn] = [false, 0, 0];
function draw(): void {
  isPaused = latest !== drawn;
  if (!isPaused) return;
  drawn = latest;
  console.log('throttle draws', drawn);
  setTimeout(draw, 230);
}
function throttle(result: number): void {
  latest = result;
  if (!isPaused) draw();
}

for (let result = 1; result <= 7; result++) {
  debounce(result);
  throttle(result);
  await sleep(100);
}
