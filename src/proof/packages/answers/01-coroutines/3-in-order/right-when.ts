// sequence of when's.
import sequence from 'when/sequence.js';

export const inOrder = <T>(steps: (() => Promise<T>)[]) => sequence([...steps]);
