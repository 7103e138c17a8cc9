import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { StyleInfo } from '../../citations/csl/contract';
import { styleInfo } from '../../citations/csl/style';
import { reasonOf } from '../../base/reason';
import type { Entry } from '../../library/model/entry';
import type { Files } from '../../workspace/files';
import { changingList, inertItem } from '../host/ask';
import { citationStyle, setCitationStyle } from '../host/settings';
import { styleOfSetting } from './chosenStyle';
import type { References } from './references';

/** So many style files of the workspace are offered. */
const MOST_FILES = 50;
/** So many styles are shown with the example at once. */
const FORMATTED = 12;

/** A style to choose: what the setting would say, and what the style says of itself. */
interface Choice {
  readonly setting: string;
  readonly info: StyleInfo;
}

type Item = vscode.QuickPickItem & { readonly choice: Choice };

/** Lets the user choose the citation style from those that are shipped and the `.csl` files of the workspace. */
export class ChooseStyle {
  readonly #references: References;
  readonly #files: Pick<Files, 'folders' | 'find'>;
  readonly #example: () => Promise<Entry | undefined>;

  /** @param example the paper that is shown in each style */
  constructor(
    references: References,
    files: Pick<Files, 'folders' | 'find'>,
    example: () => Promise<Entry | undefined>,
  ) {
    this.#references = references;
    this.#files = files;
    this.#example = example;
  }

  async execute(): Promise<void> {
    const choices = [...(await this.#shipped()), ...(await this.#ofFiles())];
    const chosen = await this.#choose(choices);
    if (chosen) await setCitationStyle(chosen.setting);
  }

  async #shipped(): Promise<Choice[]> {
    return (await this.#references.styles()).map((info) => ({ setting: info.name, info }));
  }

  async #ofFiles(): Promise<Choice[]> {
    const folders = this.#files.folders();
    const found = await Promise.all(
      folders.map((base) => this.#files.find({ base, glob: '**/*.csl' }, { limit: MOST_FILES })),
    );
    // With the name of its folder where there are several.
    const paths = found.flat().map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
    const choices = await Promise.all([...new Set(paths)].sort().map(choiceOfFile));
    return choices.filter((choice) => choice !== undefined);
  }

  /** The list says who made what formats, as its licence asks (CPAL 1.0, exhibit B). */
  #choose(choices: readonly Choice[]): Promise<Choice | undefined> {
    const placeholder = vscode.l10n.t('Search styles. Formatted by citeproc-js, © Frank Bennett');
    const list = changingList<Item>(vscode.l10n.t('Citation Style'), placeholder);
    list.matchOnDescription = true;
    list.items = choices.map((choice) => itemOf(choice, ''));
    const now = list.items.find(({ choice }) => choice.setting === citationStyle(undefined));
    if (now) list.activeItems = [now];
    const shown = new Map<string, string>();
    const format = async (choice: Choice) => {
      if (shown.has(choice.setting)) return;
      shown.set(choice.setting, vscode.l10n.t('Formatting…'));
      shown.set(choice.setting, await this.#inStyle(choice));
    };
    const draw = () => {
      const active = list.activeItems[0]?.choice.setting;
      list.keepScrollPosition = true;
      list.items = choices.map((choice) => itemOf(choice, shown.get(choice.setting) ?? ''));
      list.activeItems = list.items.filter(({ choice }) => choice.setting === active);
    };
    const show = async (item: Item | undefined) => {
      if (!item || shown.has(item.choice.setting)) return;
      await format(item.choice);
      draw();
    };
    // The rows that are seen at first; further ones are formatted when one moves there.
    const first = async () => {
      for (const choice of choices.slice(0, FORMATTED)) await format(choice);
      draw();
    };
    inBackground(first());
    return new Promise((resolve) => {
      list.onDidChangeActive(([item]) => inBackground(show(item)));
      list.onDidAccept(() => {
        resolve(list.activeItems[0]?.choice);
        list.hide();
      });
      list.onDidHide(() => {
        resolve(undefined);
        list.dispose();
      });
      list.show();
    });
  }

  async #inStyle({ setting }: Choice): Promise<string> {
    const entry = await this.#example();
    if (!entry) return '';
    try {
      return await this.#references.reference(entry, 'text', { style: await styleOfSetting(setting, undefined) });
    } catch (error) {
      return reasonOf(error);
    }
  }
}

async function choiceOfFile(path: string): Promise<Choice | undefined> {
  try {
    const style = await styleOfSetting(path, undefined);
    return { setting: path, info: styleInfo(path, 'csl' in style ? style.csl : '') };
  } catch {
    // It was removed.
    return undefined;
  }
}

function itemOf(choice: Choice, detail: string): Item {
  const { info, setting } = choice;
  const kinds = {
    'author-date': vscode.l10n.t('author and year'),
    author: vscode.l10n.t('author'),
    numeric: vscode.l10n.t('numbers'),
    note: vscode.l10n.t('notes'),
    other: '',
  };
  const description = [setting, kinds[info.kind]].filter(Boolean).join(' · ');
  return inertItem({ label: info.title, description, detail: detail || ' ', choice });
}
