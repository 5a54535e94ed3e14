// What a thread gets is a copy, made as `structuredClone` makes it: a signal, a method and a class do not cross.
class Pan {
  hot = true;
  heat(): string {
    return 'sizzles';
  }
}

class Burnt extends Error {
  override name = 'Burnt';
}

const { signal } = new AbortController();
const sent = { pan: new Pan(), error: new Burnt('soup'), list: new Map([['salt', 1]]), signal };
const arrived = structuredClone(sent);

console.log('the map:', arrived.list.get('salt'));
console.log('the pan:', arrived.pan.hot, 'is hot, and heat is', typeof arrived.pan.heat);
console.log('the error:', arrived.error.message, 'is a Burnt:', arrived.error instanceof Burnt);
console.log('the signal:', typeof arrived.signal.addEventListener);

arrived.list.set('salt', 2);
console.log('changed there, here still', sent.list.get('salt'));

try {
  structuredClone({ cut: () => 'rings' });
} catch (error) {
  console.log('a function:', (error as Error).name);
}
