import * as vscode from 'vscode';
import { fileNameOf } from '../../workspace/uri';
import type { RenameRefusal } from '../../workflows/rename/renameRefusal';
import { syntaxName } from '../citing/inserting/citationDetailsSentences';
import { refusalSentence } from '../library/editRefusalSentences';
import { localNumber } from '../host/number';

/** What was renamed. @param where how many places of how many files, as words */
export function renamedSentence(old: string, key: string, where: string): string {
  return vscode.l10n.t('“{0}” is “{1}” now, in {2}.', old, key, where);
}

/** Why a citekey is not renamed, as a sentence with what can be done. */
export function renameSentence(refusal: RenameRefusal): string {
  const file = 'uri' in refusal ? vscode.workspace.asRelativePath(vscode.Uri.parse(refusal.uri)) : '';
  switch (refusal.code) {
    case 'same-key':
      return vscode.l10n.t('That is its citekey already.');
    case 'no-key':
      return vscode.l10n.t('A citekey needs at least one letter or digit.');
    case 'no-list':
      return vscode.l10n.t('The paper is in no list of the workspace.');
    case 'key-taken':
      return vscode.l10n.t('Another paper has the citekey “{0}”. “{1}” is free.', refusal.key, refusal.legal);
    case 'cited-already':
      return refusal.count === 1
        ? vscode.l10n.t(
            '1 place says “{0}” already, which no list has. After the rename it would cite this paper too.',
            refusal.key,
          )
        : vscode.l10n.t(
            '{0} places say “{1}” already, which no list has. After the rename they would cite this paper too.',
            localNumber(refusal.count),
            refusal.key,
          );
    case 'unwritable':
      return vscode.l10n.t(
        '{0} cannot write the citekey “{1}”. “{2}” can be written everywhere.',
        refusal.syntax === 'bibtex' ? 'BibTeX' : syntaxName(refusal.syntax),
        refusal.key,
        refusal.legal,
      );
    case 'label':
      return vscode.l10n.t(
        'Documents in {0} have “{1}” for a label of their own, which they refer to as they cite. “{2}” is free.',
        syntaxName(refusal.syntax),
        refusal.key,
        refusal.legal,
      );
    case 'no-keys-in-list':
      return vscode.l10n.t(
        '“{0}” holds no citekeys: they are made from the titles. Put the paper into a .bib file to give it a key of its own.',
        file,
      );
    case 'kept-elsewhere':
      return vscode.l10n.t(
        'Another program keeps this paper: see “{0}”. Change its citekey there.',
        fileNameOf(refusal.uri),
      );
    case 'document':
      return vscode.l10n.t(
        'With the new citekey “{0}” would be read as citing something else. Choose another key.',
        file,
      );
    case 'note':
      return vscode.l10n.t('The front matter of “{0}” cannot be changed. Put that right first.', file);
    case 'source':
      return refusalSentence(refusal.refusal, file);
  }
}
