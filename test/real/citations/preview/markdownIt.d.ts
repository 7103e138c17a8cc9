/* markdown-it has no types of its own; the preview knows its own part of it (src/citations/preview/markdownIt.ts). */
declare module 'markdown-it' {
  const create: (options?: { readonly html?: boolean; readonly linkify?: boolean }) => unknown;
  export default create;
}
