/**
 * The extensions that complete citations on their own, by VS Code's id in lower case, with the languages in which they do,
 * each as its manifest and its providers name them.
 */
const COMPLETERS: Readonly<Record<string, readonly string[]>> = {
  'asciidoctor.asciidoctor-vscode': ['asciidoc'],
  'efoerster.texlab': ['latex', 'tex'],
  'james-yu.latex-workshop': ['latex', 'latex-expl3', 'tex'],
  'maltehei.latex-citations': ['latex'],
  'myriad-dreamin.tinymist': ['typst'],
  'notzaki.pandocciter': ['markdown', 'quarto', 'rmd'],
  'nvarner.typst-lsp': ['typst'],
  'quarto.quarto': ['quarto'],
};

/** The ids of the extensions that complete citations in documents of this language, in lower case. */
export function completersOf(languageId: string): string[] {
  return Object.keys(COMPLETERS).filter((id) => COMPLETERS[id].includes(languageId));
}

/**
 * Whether another extension completes citations in documents of this language.
 * @param isThere whether the extension with this id is installed and switched on
 */
export function isCompletedByOther(languageId: string, isThere: (id: string) => boolean): boolean {
  return completersOf(languageId).some(isThere);
}
