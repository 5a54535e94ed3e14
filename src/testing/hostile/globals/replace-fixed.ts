Object.defineProperty(RegExp.prototype, Symbol.replace, { value: () => 'x', configurable: false, writable: false });
export const both = (a, b) => Promise.all([a(), b()]);
