import * as vscode from 'vscode';
import { StyleRefused, type StyleRefusal } from '../../citations/csl/styleRefused';

/** Why a style cannot be used, as a sentence that says what to do. */
function styleSentence(refusal: StyleRefusal): string {
  const { t } = vscode.l10n;
  switch (refusal.code) {
    case 'too-large':
      return t('The citation style is larger than any style is. Choose another one.');
    case 'entities':
      return t('The citation style defines entities, which no style may. Choose another one.');
    case 'no-style':
      return t('This is no CSL style: it has no element <style>. Choose another file.');
    case 'no-rules':
      return t('The citation style has no rules for citations. Choose another one.');
    case 'endless':
      return t('The citation style calls its macros so often that it is larger than any style is. Choose another one.');
    case 'no-xml':
      return t(
        'The citation style is no XML: “{0}” ends nothing, or too early. Mend it, or choose another one.',
        refusal.tag,
      );
    case 'dependent':
      return t(
        'This citation style only points to another one, “{0}”. Choose that one, or put its file beside this one.',
        refusal.parent,
      );
    case 'unknown':
      return t('There is no citation style “{0}”. Choose one of those that are shipped, or a .csl file.', refusal.name);
    case 'unusable':
      return t('The citation style cannot be used: {0}', refusal.reason);
  }
}

/** An error of the engine as users are told it: with a sentence where a style is refused, any other as it is. */
export function inSentence(error: unknown): unknown {
  return error instanceof StyleRefused ? new Error(styleSentence(error.refusal), { cause: error }) : error;
}
