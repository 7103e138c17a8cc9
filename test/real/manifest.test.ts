import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { SYNTAXES } from '../../src/citations/syntaxes';

const SRC = 'src';
/** A value of our configuration, and the default that is stated where it is read. */
const READ = /\.(?:get|inspect|update)(?:<[^>]*>)?\(\s*'([\w.]+)'(?:,\s*'([^']+)')?/g;
/** A setting and its default in a table. */
const TABLED = /\['([a-z]+\.[\w.]+)', '([^']+)'\]/g;

/** The settings that code reads or writes, each with the defaults stated there. */
function settingsIn(code: string): [name: string, byDefault: string | undefined][] {
  if (!code.includes('getConfiguration(PREFIX')) return [];
  return [READ, TABLED].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, name, value]) => [name, value] as [string, string | undefined]),
  );
}

describe('The settings of the manifest', () => {
  const properties: Readonly<Record<string, { readonly default: unknown } | undefined>> =
    manifest.contributes.configuration[0].properties;
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const read = sources.flatMap((path) => settingsIn(readFileSync(join(SRC, path), 'utf8')));

  it('are just those that the code reads', () => {
    const names = new Set(read.map(([name]) => `literatureNotes.${name}`));
    assert.deepEqual([...names].sort(), Object.keys(properties).sort());
  });

  it('have the defaults that the code states', () => {
    const stated = read.filter(([, byDefault]) => byDefault !== undefined);
    assert.ok(stated.length >= 5);
    for (const [name, byDefault] of stated)
      assert.equal(properties[`literatureNotes.${name}`]?.default, byDefault, name);
  });
});

describe('The settings about services on the web', () => {
  const { properties } = manifest.contributes.configuration[0];
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;

  it('are not taken from a folder that nobody trusts', () => {
    for (const name of ['online.enabled', 'online.services', 'online.endpoints', 'newPapers.feeds'])
      assert.ok(restrictedConfigurations.includes(`literatureNotes.${name}`), name);
  });

  it('let a folder that nobody trusts not say where PDFs go', () => {
    for (const name of ['pdf.folder', 'pdf.name'])
      assert.ok(restrictedConfigurations.includes(`literatureNotes.${name}`), name);
  });

  it('say where services are asked for the machine alone, never for a folder', () => {
    assert.equal(properties['literatureNotes.online.endpoints'].scope, 'machine');
    assert.equal(properties['literatureNotes.newPapers.feeds'].scope, 'machine');
    assert.equal(properties['literatureNotes.online.email'].scope, 'application');
  });
});

describe('The conditions of the manifest', () => {
  const syntaxes = Object.values(SYNTAXES);
  const languages = syntaxes.flatMap((syntax) => syntax.languages).sort();
  const extensions = syntaxes.flatMap((syntax) => syntax.extensions).sort();
  /** By path in the manifest, the conditions that choose among several languages or extensions. */
  const conditions = conditionsIn(manifest.contributes).filter(([, when]) => /(LangId|Extname) =~ /.test(when));
  const alternatives = (when: string, pattern: RegExp) =>
    [...when.matchAll(pattern)].map(([, names]) => names.split('|').sort());

  it('about documents that cite name just the languages and extensions of all syntaxes', () => {
    const chosen = conditions.filter(([, when]) => !/Extname =~ \/\^\\\.\w+\$\/i/.test(when));
    assert.ok(chosen.length >= 5);
    for (const [path, when] of chosen) {
      assert.deepEqual(alternatives(when, /LangId =~ \/\^\(([^()]*)\)\$\//g), [languages], path);
      assert.deepEqual(alternatives(when, /Extname =~ \/\^\\\.\(([^()]*)\)\$\/i/g), [extensions], path);
    }
  });
});

describe('The keys of rows', () => {
  interface Binding {
    readonly command: string;
    readonly key: string;
    readonly mac?: string;
    readonly when?: string;
    readonly args?: { readonly commands: readonly string[] };
  }
  const bindings: readonly Binding[] = manifest.contributes.keybindings;
  const views = manifest.contributes.views.literatureNotes.map(({ id }) => id);
  /** In which of our views a binding holds where the list has the focus. */
  const viewsOf = ({ when = '' }: Binding) => {
    const [, exact] = /^focusedView == ([\w.]+) && listFocus && !inputFocus$/.exec(when) ?? [];
    const [, pattern] = /^focusedView =~ \/(\S+)\/ && listFocus && !inputFocus$/.exec(when) ?? [];
    return exact ? [exact] : pattern ? views.filter((view) => new RegExp(pattern).test(view)) : [];
  };
  const sequences = bindings.filter(({ command }) => command === 'runCommands');
  /** What a command is in menus: one of a row has a key of its own there. */
  const inMenus = (command: string, view: string) =>
    manifest.contributes.menus['view/item/context']
      .filter(({ when }) => when.startsWith(`view == ${view} &&`))
      .map((entry) => entry.command)
      .find((each) => each === command || (each.endsWith('.citeRow') && command.endsWith('.insertCitation')));

  it('are shown in menus: before what a key does there stands the same key of the one command, which VS Code looks up', () => {
    assert.ok(sequences.length >= 10);
    for (const sequence of sequences) {
      const last = sequence.args!.commands.at(-1)!;
      const [view, ...others] = viewsOf(sequence);
      assert.deepEqual([typeof view, others], ['string', []], sequence.when);
      const shown = inMenus(last, view);
      const plain = bindings.slice(0, bindings.indexOf(sequence)).filter(({ command }) => command === shown);
      assert.equal(plain.length, 1, `${last} in ${view}`);
      assert.deepEqual([plain[0].key, plain[0].mac], [sequence.key, sequence.mac]);
      assert.ok(viewsOf(plain[0]).includes(view), `${last} in ${view}`);
      // VS Code forgets a binding whose condition it can tell to be that of a later one.
      assert.match(plain[0].when!, /^focusedView =~ /);
    }
  });

  it('are those that hold in the view: a command with a key for rows has it in each view whose menu has it', () => {
    const ofRows = bindings.filter((binding) => binding.command !== 'runCommands' && viewsOf(binding).length > 0);
    for (const { command, key } of ofRows.filter(({ command }) => !command.endsWith('.undoNewPapers'))) {
      const inView = views.filter((view) => inMenus(command, view) === command);
      assert.ok(inView.length > 0, command);
      for (const view of inView) {
        const doing = sequences.filter((sequence) => viewsOf(sequence).includes(view) && sequence.key === key);
        assert.equal(doing.length, 1, `${key} for ${command} in ${view}`);
      }
    }
  });
});

function conditionsIn(value: unknown, path = ''): [path: string, when: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]): [string, string][] =>
    name === 'when' && typeof each === 'string' ? [[path, each]] : conditionsIn(each, `${path}/${name}`),
  );
}
