// Takes the place of Node's `Buffer` in browsers: gray-matter keeps the text that it was given as bytes, too.
export const Buffer = { from: (text) => new TextEncoder().encode(text), isBuffer: () => false };
