// Something that is there at once, and may not be there before its time.
import pMinDelay from 'p-min-delay';

export const sleep = (ms: number) => pMinDelay(Promise.resolve(), ms);
