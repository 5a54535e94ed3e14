export const both = async (a, b) => [Symbol('a'), 10n, -0, NaN, () => {}, new WeakMap()];
