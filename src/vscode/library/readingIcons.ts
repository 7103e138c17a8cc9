import * as vscode from 'vscode';

/** The icons of papers with a note, by how far the reading is; the first is also that of a note without a status. */
export const READING_ICONS = {
  unread: new vscode.ThemeIcon('notebook', new vscode.ThemeColor('charts.blue')),
  reading: new vscode.ThemeIcon('book', new vscode.ThemeColor('charts.yellow')),
  read: new vscode.ThemeIcon('pass', new vscode.ThemeColor('charts.green')),
} as const;
