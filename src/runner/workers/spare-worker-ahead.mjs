// What every spec needs of the packages, loaded while nobody waits for it. Fake timers must not be: they keep the
// timers that they find, and are to find the lab's (src/lab/time/time-line.ts).
import 'vitest';
