import { shownLine } from './shownLine';
import { withoutTurns } from './turns';

/** The texts of a row of a tree, under the names that VS Code gives them. */
export interface RowTexts {
  label?: string | MarkedLabel;
  description?: string | boolean;
  tooltip?: unknown;
  accessibilityInformation?: { readonly label: string };
}

/** A label of which words are marked, by where they begin and end. */
interface MarkedLabel {
  label: string;
  highlights?: [number, number][];
}

/**
 * Makes one line that turns nothing around (`shownLine`) of each text of a row, which may name citekeys, titles, files and sentences of
 * documents; a tooltip may have several lines. Changes the row and returns it.
 */
export function shownRow<T extends RowTexts>(row: T): T {
  const { label, description, tooltip, accessibilityInformation: spoken } = row;
  if (label !== undefined) row.label = typeof label === 'string' ? shownLine(label) : shownLabel(label);
  if (typeof description === 'string') row.description = shownLine(description);
  if (typeof tooltip === 'string') row.tooltip = withoutTurns(tooltip);
  if (spoken) row.accessibilityInformation = { ...spoken, label: shownLine(spoken.label) };
  return row;
}

/** Words stand where they stood only in a label that is as long as it was. */
function shownLabel(marked: MarkedLabel): string | MarkedLabel {
  const label = shownLine(marked.label);
  return label.length === marked.label.length ? { ...marked, label } : label;
}
