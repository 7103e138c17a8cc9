import * as vscode from 'vscode';
import type { ApiCiteItem, ApiFormatting, ApiReference } from '../../api';
import type { Cluster } from '../../citations/csl/contract';
import type { Library } from '../../library/library';
import type { Entry } from '../../library/model/entry';
import { citationLocale, citationStyle } from '../host/settings';
import { styleOfSetting } from '../formatting/chosenStyle';
import type { References } from '../formatting/references';

/** References and citations as the API gives them. */
export class ApiFormatter {
  readonly #library: { readonly shown: Library };
  readonly #references: References;

  constructor(library: { readonly shown: Library }, references: References) {
    this.#library = library;
    this.#references = references;
  }

  async references(citekeys: readonly string[], options: ApiFormatting = {}): Promise<ApiReference[]> {
    const entries = citekeys.map((key) => this.#entry(key));
    const list = await this.#references.references(entries, options.format ?? 'text', await styleOf(options));
    return list.map(({ key, text }) => ({ citekey: key, text }));
  }

  async cluster(items: readonly ApiCiteItem[], options: ApiFormatting = {}): Promise<string> {
    for (const { citekey } of items) this.#entry(citekey);
    const cluster: Cluster = {
      form: items[0]?.form ?? 'parenthetical',
      isEnglish: true,
      items: items.map(({ citekey, label, locator, prefix, suffix }) => ({
        key: citekey,
        locator: label && locator ? `${label} ${locator}` : locator,
        prefix,
        suffix,
      })),
    };
    const format = options.format ?? 'text';
    const { clusters } = await this.#references.document([cluster], format, await styleOf(options));
    return clusters[0].note?.text ?? clusters[0].text;
  }

  #entry(key: string): Entry {
    const found = this.#library.shown.resolve(key);
    if (found && 'entry' in found) return found.entry;
    if (found && 'aliasOf' in found) return found.aliasOf;
    throw new Error(vscode.l10n.t('No paper of the library has the citekey “{0}”.', key));
  }
}

async function styleOf({ style, locale }: ApiFormatting) {
  return {
    style: await styleOfSetting(style ?? citationStyle(undefined), undefined),
    locale: locale ?? citationLocale(undefined),
  };
}
