import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FocusedRows } from '../../../src/vscode/host/focusedRows';

interface Row {
  readonly id: string;
}

describe('The rows that a key acts on', () => {
  const changed = new vscode.EventEmitter<vscode.TreeViewSelectionChangeEvent<Row>>();
  const tree = { selection: [] as readonly Row[], onDidChangeSelection: changed.event };
  /** Each time other objects, as trees that were drawn anew have them. */
  const select = (ids: string) => {
    tree.selection = [...ids].map((id) => ({ id }));
    changed.fire({ selection: tree.selection });
  };
  /** What a key acts on where some rows are selected and another one has the focus. */
  const actsOn = (selected: string, focused: string) => {
    const rows = new FocusedRows<Row>(tree);
    select(selected);
    const toggled = selected.includes(focused) ? selected.replace(focused, '') : `${selected}${focused}`;
    select(toggled);
    rows.takeFocused();
    select(selected);
    const taken = rows.take();
    rows.dispose();
    return taken.map(({ id }) => id).join('');
  };
  const table: readonly (readonly [selected: string, focused: string, acted: string])[] = [
    ['', 'b', 'b'],
    ['a', 'b', 'b'],
    ['a', 'a', 'a'],
    ['ab', 'b', 'ab'],
    ['ab', 'c', 'c'],
  ];
  for (const [selected, focused, acted] of table)
    it(`are ${acted} where “${selected}” is selected and ${focused} has the focus, though all were drawn anew`, () =>
      assert.equal(actsOn(selected, focused), acted));

  it('are those that are selected where the mouse chose', () => {
    const rows = new FocusedRows<Row>(tree);
    select('ac');
    assert.deepEqual(rows.take(), [{ id: 'a' }, { id: 'c' }]);
    rows.dispose();
  });
});
