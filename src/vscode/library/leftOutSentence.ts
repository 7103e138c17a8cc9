import * as vscode from 'vscode';
import { Cooperation } from '../../base/cooperate';
import type { FormatId } from '../../library/formats/reader';
import type { Entry } from '../../library/model/entry';
import type { FieldName } from '../../library/model/fields';
import { allOf } from '../host/wordList';

/** More names than this nobody reads. */
const MOST_NAMES = 12;

/**
 * What of entries has no place where they were written, as a sentence; undefined where all has.
 * @param place the name of the list, or of the format on the clipboard
 */
export async function leftOutSentence(
  entries: readonly Entry[],
  format: FormatId,
  place: string,
): Promise<string | undefined> {
  // What writes and reads entries is loaded with the first use, not on activation.
  const [{ leftOut }, { writtenEntry }] = await Promise.all([
    import('../../library/writing/leftOut'),
    import('../../library/writing/writtenEntry'),
  ]);
  const names = new Set<string>();
  const cooperation = new Cooperation();
  for (const entry of entries) {
    // An entry stays as it is written in its own format.
    if (entry.record.format === format) continue;
    for (const name of leftOut(format, writtenEntry(entry, format))) names.add(name);
    await cooperation.yieldIfDue();
  }
  if (names.size === 0) return undefined;
  const known = labels();
  const listed = [...names].map((name) => known[name as FieldName] ?? name);
  return vscode.l10n.t('“{0}” has no place for all of it. Left out: {1}.', place, allOf(listed, MOST_NAMES));
}

/** Fields in a sentence; CSL's variables and the fields of a format are named as they are. */
function labels(): Readonly<Partial<Record<FieldName, string>>> {
  const { t } = vscode.l10n;
  return {
    title: t('title'),
    authors: t('authors'),
    moreAuthors: t('“and others”'),
    year: t('year'),
    venue: t('venue'),
    abstract: t('abstract'),
    keywords: t('keywords'),
    aliases: t('further citekeys'),
    doi: 'DOI',
    arxiv: t('arXiv number'),
    isbn: 'ISBN',
    pmid: 'PMID',
    pmcid: 'PMCID',
    url: t('link'),
    added: t('day of adding'),
    files: t('files'),
    relations: t('related papers'),
    collections: t('collections'),
    remarks: t('notes and annotations'),
    language: t('language'),
  };
}
