import * as vscode from 'vscode';
import { HeldChanges } from '../../base/heldChanges';
import { shownRow } from '../../base/shownRow';

/** How long VS Code may take to draw rows that were given to it, in milliseconds. */
const DRAWING_MS = 200;

/**
 * Opens the view of a tree. Whatever its rows name is only text, in one line, and what changes while they are drawn for the first time
 * is shown all the same; lint forbids other ways.
 */
export function openTreeView<T>(id: string, options: vscode.TreeViewOptions<T>): vscode.TreeView<T> {
  const treeDataProvider = withHeldChanges(withShownRows(options.treeDataProvider), () => layOut(view));
  const view = vscode.window.createTreeView(id, { ...options, treeDataProvider });
  return view;
}

/**
 * Has VS Code give a tree its height. One whose view is opened for the first time has none until VS Code writes the message of the view,
 * which it does two seconds later; to state the message anew has it written at once.
 */
function layOut<T>(view: vscode.TreeView<T>): void {
  const { message } = view;
  view.message = message;
}

/** @param given called when rows were given for the first time */
function withHeldChanges<T>(tree: vscode.TreeDataProvider<T>, given: () => void): vscode.TreeDataProvider<T> {
  const told = new vscode.EventEmitter<T[] | undefined>();
  const changes = new HeldChanges<T>((change) => told.fire(change && [...change]));
  tree.onDidChangeTreeData?.((change) => {
    if (change === undefined || change === null) changes.changed(undefined);
    else changes.changed(Array.isArray(change) ? change : [change]);
  });
  let isFirst = true;
  const topRows = async () => {
    changes.asked();
    try {
      return await tree.getChildren();
    } finally {
      changes.given(DRAWING_MS);
      if (isFirst) given();
      isFirst = false;
    }
  };
  return {
    ...tree,
    onDidChangeTreeData: told.event,
    getChildren: (node) => (node === undefined ? topRows() : tree.getChildren(node)),
  };
}

function withShownRows<T>(tree: vscode.TreeDataProvider<T>): vscode.TreeDataProvider<T> {
  return {
    onDidChangeTreeData: tree.onDidChangeTreeData,
    getChildren: (node) => tree.getChildren(node),
    getTreeItem: (node) => whenThere(tree.getTreeItem(node), shownRow),
    getParent: tree.getParent && ((node) => tree.getParent!(node)),
    resolveTreeItem:
      tree.resolveTreeItem &&
      ((item, node, token) => whenThere(tree.resolveTreeItem!(item, node, token), (row) => row && shownRow(row))),
  };
}

/** Does something with a value, at once where it is there. */
function whenThere<T, R>(value: T | Thenable<T>, use: (value: T) => R): R | Thenable<R> {
  return isThenable(value) ? value.then(use) : use(value);
}

function isThenable<T>(value: T | Thenable<T>): value is Thenable<T> {
  return typeof (value as Thenable<T> | undefined)?.then === 'function';
}
