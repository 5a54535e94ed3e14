export const botH = (a, b) => Promise.all([a(), b()]);
