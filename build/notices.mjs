// Writes dist/ThirdPartyNotices.txt: the licence of every package that the bundles hold.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from './bundles.mjs';
import { cslCredits } from './cslData.mjs';

/** Packages that are shipped without being bundled. */
const COPIED = ['node_modules/@vscode/codicons'];

/**
 * Where a package has no licence file of its own: the path of a file that states its licence, by package name.
 * Read the package's own statement before adding a line here.
 */
const LICENCE_ELSEWHERE = {
  // Parts of Citation.js, stated as MIT like all of it.
  '@citation-js/date': 'node_modules/@citation-js/core/LICENSE.md',
  '@citation-js/name': 'node_modules/@citation-js/core/LICENSE.md',
  // Its npm package lacks the file LICENSE of its repository.
  saxes: 'build/licences/saxes.txt',
};

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/** The folder of the package that a bundled file belongs to; undefined for our own files. */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** The package folders that gave at least one byte to a bundle. */
function bundledFolders(metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile?.outputs ?? {}));
  const inputs = outputs.flatMap(({ inputs }) => Object.entries(inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return new Set(used.map(([path]) => packageFolder(path)).filter((folder) => folder !== undefined));
}

/** A package's name, version and licence text. Throws where no licence text is found. */
async function describe(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const own = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).map((file) => join(folder, file));
  const files = name in LICENCE_ELSEWHERE ? [LICENCE_ELSEWHERE[name]] : own.sort();
  if (files.length === 0) {
    throw new Error(`${name} ${version} (${license}) is bundled, but its licence text was not found in ${folder}.`);
  }
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return { title: `${name} ${version} (${license})`, text: texts.map((text) => text.trim()).join('\n\n') };
}

/** Writes the notices for the packages that the builds' metafiles name. */
export async function writeNotices(metafiles) {
  const folders = [...bundledFolders(metafiles), ...COPIED].sort();
  const notices = await Promise.all(folders.map(describe));
  const rule = '-'.repeat(80);
  const text = notices.map(({ title, text }) => `${rule}\n${title}\n${rule}\n\n${text}\n`).join('\n');
  const styles = [
    `${rule}\nCitation styles and locales of the Citation Style Language (https://citationstyles.org)\n${rule}\n`,
    'The style apa was changed: its sort keys are simpler.\n',
    ...(await cslCredits()),
  ];
  const engine =
    'References are formatted by citeproc-js, Copyright (c) 2009-2019 Frank Bennett, which is used here under the Common\n' +
    'Public Attribution License 1.0 (CPAL-1.0, https://opensource.org/license/cpal-1-0). Its source code:\n' +
    'https://github.com/Juris-M/citeproc-js\n';
  const opening = 'Literature Notes contains the following packages. Each is under its own licence.\n\n';
  await writeFile(
    `${DIST}/ThirdPartyNotices.txt`,
    [opening + text, ...styles, '', engine].join('\n').replaceAll('\r\n', '\n'),
  );
}
