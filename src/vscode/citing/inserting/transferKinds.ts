import * as vscode from 'vscode';

/** The kind of the drop and paste edits that cite. */
export const CITATION_KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('literatureNotes', 'citation');
/** The kind of those that write a reference out. */
export const REFERENCE_KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('literatureNotes', 'reference');
