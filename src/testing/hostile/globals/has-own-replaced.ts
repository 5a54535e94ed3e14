Object.prototype.hasOwnProperty = () => false;
Object.prototype.toString = () => { throw new Error('no'); };
export const both = (a, b) => Promise.all([a(), b()]);
