/** A verbatim value (DOI, link, identifier) without what LaTeX made people escape in it. */
export function verbatimText(source: string): string {
  if (!/[\\{}\s$]/.test(source)) return source;
  return (
    source
      .replace(/\\(?:url|ensuremath)\b\s*/g, '')
      .replace(/\\textless\b\s*(?:\{\})?|\$\s?(?:<|\\lt\b|\\less\b)\s?\$/g, '<')
      .replace(/\\textgreater\b\s*(?:\{\})?|\$\s?(?:>|\\gt\b|\\greater\b)\s?\$/g, '>')
      .replace(/\$\\?_\$/g, '_')
      // A tilde at the height of letters, as people make one.
      .replace(/(?:\\raise[\d.]{1,6}[a-z]{2}\\hbox\s?\{?\s?)?\$\{?(?:\\scriptstyle\s?)?\\sim\}?\$/g, '~')
      .replace(/\\textasciitilde\b\s*(?:\{\})?|\\~\{\}/g, '~')
      .replace(/\\textunderscore\b\s*(?:\{\})?/g, '_')
      .replace(/\\([_%&#$~])/g, '$1')
      .replace(/[{}]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
