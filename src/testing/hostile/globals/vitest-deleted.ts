export const both = (a, b) => {
  for (const name of Object.getOwnPropertyNames(globalThis)) if (/vitest/.test(name)) delete globalThis[name];
  return Promise.all([a(), b()]);
};
