// What is handed over is no copy: the bytes move, and nothing is left. A view takes the whole of its buffer along.
const album = new ArrayBuffer(6);
const photo = new Uint8Array(album, 2, 3);
photo.set([7, 8, 9]);

const copy = structuredClone(photo);
console.log('copied:', copy.join(' '), 'and here', photo.join(' '));
console.log('a copy of three bytes brings', copy.buffer.byteLength);

const moved = structuredClone(photo, { transfer: [album] });
console.log('handed over:', moved.join(' '));
console.log('here, the photo has', photo.length, 'bytes, and the album', album.byteLength);
