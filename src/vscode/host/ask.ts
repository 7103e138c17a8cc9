import * as vscode from 'vscode';
import { inert } from '../../base/inert';

/*
 * What the user is asked. As in notifications (tell.ts), VS Code makes icons and links of some texts; lists and prompts show
 * titles, citekeys and file names, so all of it is made inert here.
 */

/** What a list says around its items. */
export interface PickOptions {
  readonly title?: string;
  readonly placeHolder?: string;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
  readonly ignoreFocusOut?: boolean;
}

/** What an input box says. */
export interface InputOptions {
  readonly title?: string;
  readonly prompt?: string;
  /** What stands in the box at first, selected. */
  readonly value?: string;
  readonly ignoreFocusOut?: boolean;
}

/** A list's item with inert texts; its icon is given as `iconPath`. */
export function inertItem<T extends vscode.QuickPickItem>(item: T): T {
  const { label, description, detail } = item;
  return {
    ...item,
    label: inert(label),
    description: description && inert(description),
    detail: detail && inert(detail),
  };
}

/** Has the user pick one item of a list; undefined where the user cancelled. */
export async function pick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: PickOptions,
): Promise<T | undefined> {
  const shown = items.map(inertItem);
  const picked = await vscode.window.showQuickPick(shown, inertOptions(options));
  return picked && items[shown.indexOf(picked)];
}

/** Has the user tick items of a list, which may be none; undefined where the user cancelled. */
export async function pickMany<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: PickOptions,
): Promise<T[] | undefined> {
  const shown = items.map(inertItem);
  const picked = await vscode.window.showQuickPick(shown, { ...inertOptions(options), canPickMany: true });
  return picked?.map((item) => items[shown.indexOf(item)]);
}

/** Has the user type a text; undefined where the user cancelled. */
export async function input(options: InputOptions): Promise<string | undefined> {
  // What the user edits is text in any case, and stays as it is.
  const { value, ...others } = options;
  return vscode.window.showInputBox({ ...inertOptions(others), value });
}

/**
 * A list that changes while the user types; its rows stay in the order of its items, as the best comes first. Its items are
 * made by `inertItem`.
 */
export function changingList<T extends vscode.QuickPickItem>(title: string, placeholder: string): vscode.QuickPick<T> {
  const list = vscode.window.createQuickPick<T>();
  // VS Code has this property, its types do not: without it rows are sorted by where the typed text stands in their label.
  Object.assign(list, { sortByLabel: false });
  list.title = inert(title);
  list.placeholder = inert(placeholder);
  return list;
}

function inertOptions<T extends object>(options: T): T {
  const entries = Object.entries(options).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? inert(value) : value,
  ]);
  return Object.fromEntries(entries) as T;
}
