import * as vscode from 'vscode';
import { notesOpenBeside } from '../host/settings';

/**
 * The group in which a note opens: the one that shows it already; else, where notes open beside, the group beside the one in front, and a
 * new one only where that is alone and shows something. Where a note is in front, another one follows it there.
 * @param isNoteInFront whether the editor in front shows a note
 */
export function noteColumn(uri: vscode.Uri, isNoteInFront: boolean): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const shows = ({ tabs }: vscode.TabGroup) => tabs.some(({ input }) => isOf(input, uri));
  const showing = shows(activeTabGroup) ? activeTabGroup : all.find(shows);
  if (showing) return showing.viewColumn;
  if (!notesOpenBeside() || isNoteInFront || activeTabGroup.tabs.length === 0) return vscode.ViewColumn.Active;
  const at = all.indexOf(activeTabGroup);
  return (all[at + 1] ?? all[at - 1])?.viewColumn ?? vscode.ViewColumn.Beside;
}

function isOf(input: unknown, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}
