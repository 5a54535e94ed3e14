// What every spec needs of the packages, loaded while nobody waits for it.
import 'vitest';
