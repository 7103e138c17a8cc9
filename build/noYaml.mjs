// Takes the place of the YAML reader that gray-matter brings along: front matter is read by our own (src/notes/frontMatter.ts).
function refuse() {
  throw new Error('Front matter is not read by this.');
}

export { refuse as safeDump, refuse as safeLoad };
