// A promise that could be cancelled.
import PCancelable from 'p-cancelable';

export const sleep = (ms: number) => new PCancelable<void>((resolve) => setTimeout(resolve, ms));
