// Has one timer for all sleepers, which is set for the earliest of them.
// Fails: sets one timer for each call, and it fires once
// Says: 4 timers were set (0 → 53, 0 → 17 and 17 → 53 ms); expected 3.
const sleepers = new Map<() => void, number>();
let alarm: NodeJS.Timeout | undefined;

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    sleepers.set(resolve, Date.now() + ms);
    setAlarm();
  });
}

function setAlarm(): void {
  clearTimeout(alarm);
  if (sleepers.size > 0) alarm = setTimeout(ring, Math.min(...sleepers.values()) - Date.now());
}

function ring(): void {
  for (const [wake, at] of sleepers) {
    if (at > Date.now()) continue;
    sleepers.delete(wake);
    wake();
  }
  setAlarm();
}
