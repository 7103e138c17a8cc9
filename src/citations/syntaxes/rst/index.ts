import { PROBE, type CitationToWrite, type Syntax } from '../../syntax';
import { rstBibliography } from './bibliography';
import { rstHeadings } from './headings';
import { pathsInRst } from './paths';
import { RstScanner } from './scanner';
import { Collector } from '../shared/collector';
import { removeListItem } from '../shared/edits';
import { addRoleKeys, roleForm, roleItems, roleOf, writeRoleItems, writeRoleKey } from '../shared/role';
import { roleNotes } from '../shared/notes';
import { skippedBy } from '../shared/stretches';

/** reStructuredText with sphinxcontrib-bibtex (its manual, "Roles and Directives"): `` :cite:p:`{see}a{p. 3},b` ``. */
export const rst: Syntax = {
  id: 'rst',
  languages: ['restructuredtext', 'rst'],
  extensions: ['rst', 'rest'],
  completedBy: {},
  // A role can stand behind its keys.
  completion: { starts: ['cite:', '`'], probes: [PROBE, `${PROBE}\``], triggers: ['`', ',', ' '] },
  bibliography: rstBibliography,
  notes: roleNotes,

  find(text) {
    const collector = new Collector();
    if (!text.includes('cite')) return [];
    new RstScanner(text, {
      isDone: () => collector.isDone,
      role(start, end, name, bodyStart, bodyEnd) {
        const form = roleForm(name);
        const items = form ? roleItems(text, bodyStart, bodyEnd, ',') : [];
        if (form && items.length > 0) collector.add({ range: { start, end }, form, command: name, items });
      },
    }).scan();
    return collector.found;
  },

  skipped: (text) => skippedBy((skipped) => new RstScanner(text, { role: () => undefined, skipped }).scan()),
  headings: rstHeadings,
  paths: pathsInRst,

  format: write,

  formatAt: (text, offset, citation) => between(text.slice(0, offset).slice(-1), text.charAt(offset), citation),

  formatBetween: between,

  addKeys: (text, citation, keys) => addRoleKeys(text, citation, keys, ','),

  removeItem: (_text, citation, index) => removeListItem(citation, index),

  replaceKey(_text, citation, index, key) {
    const item = citation.items[index];
    return item ? [{ ...item.keyRange, newText: writeRoleKey(key) }] : [];
  },
};

function write({ form = 'parenthetical', items, command }: CitationToWrite): string {
  return items.length > 0 ? `:${command ?? roleOf(form)}:\`${writeRoleItems(items, ',')}\`` : '';
}

/** With an escaped blank, which is nothing in the output, between the role and a word or other markup (docutils, "Inline markup recognition"). */
function between(before: string, after: string, citation: CitationToWrite): string {
  const written = write(citation);
  const [open, close] = [/[^\s\-:/'"<([{]$/.test(before), /^[\p{L}\p{N}_([{<`*|$%&@#+=~^]/u.test(after)];
  return written && `${open ? '\\ ' : ''}${written}${close ? '\\ ' : ''}`;
}
