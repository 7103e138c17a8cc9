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

function conditionsIn(value: unknown, path = ''): [path: string, when: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]): [string, string][] =>
    name === 'when' && typeof each === 'string' ? [[path, each]] : conditionsIn(each, `${path}/${name}`),
  );
}
