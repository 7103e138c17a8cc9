import * as vscode from 'vscode';
import { shownRow } from '../../base/shownRow';

/** Opens the view of a tree. Whatever its rows name is only text, in one line; lint forbids other ways. */
export function openTreeView<T>(id: string, options: vscode.TreeViewOptions<T>): vscode.TreeView<T> {
  return vscode.window.createTreeView(id, { ...options, treeDataProvider: withShownRows(options.treeDataProvider) });
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
