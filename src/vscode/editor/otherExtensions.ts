import * as vscode from 'vscode';

/** Extensions that complete citations on their own, with the languages in which they do. */
const OTHERS: readonly (readonly [extension: string, languages: readonly string[]])[] = [
  ['james-yu.latex-workshop', ['latex', 'tex', 'latex-expl3']],
  ['efoerster.texlab', ['latex', 'tex']],
  ['notzaki.pandocciter', ['markdown', 'rmd', 'quarto']],
  ['quarto.quarto', ['quarto']],
  ['myriad-dreamin.tinymist', ['typst']],
];

/** Whether another extension that is installed and switched on completes citations in a language. */
export function otherCompletes(languageId: string): boolean {
  return OTHERS.some(
    ([extension, languages]) =>
      languages.includes(languageId) && vscode.extensions.getExtension(extension) !== undefined,
  );
}
