// What every spec needs of the packages, loaded while nobody waits for it.
import '@sinonjs/fake-timers';
import 'vitest';
