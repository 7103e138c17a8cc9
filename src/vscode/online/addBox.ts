import * as vscode from 'vscode';
import { type BoxOffer, distinctOffers } from '../../workflows/adding/boxOffers';
import type { WantedPaper } from '../../workflows/adding/wantedPapers';
import { wantedPapers } from '../../workflows/adding/wantedPapers';
import { isPasted, withLineBreaks } from '../../workflows/adding/pastedLines';
import { wantedLabel } from '../../workflows/adding/wantedLabel';
import { changingList, inertItem } from '../host/ask';
import type { Unfound } from '../../workflows/adding/leftInBox';
import { localNumber } from '../host/number';

interface BoxItem extends vscode.QuickPickItem {
  readonly texts: readonly string[];
  /** The papers that were not found and are asked for again. */
  readonly from?: readonly Unfound[];
}

/** What the user wants added, and which of the papers that were not found before it is about. */
export interface AskedText {
  /** Each by itself, as the lines of one may be one reference, and those of another several. */
  readonly texts: readonly string[];
  readonly from: readonly Unfound[];
}

/**
 * The one box for papers: what stands in it, in the selection or on the clipboard. Nothing is sent while the user types. With
 * `unfound`, these stand below it; Enter on one puts it into the box, and all of them can be tried again. Undefined where the user left
 * it.
 * @param isAgain whether the unfound are those of just now, and not those of another time
 */
export async function askForPapers(unfound: readonly Unfound[], isAgain: boolean): Promise<AskedText | undefined> {
  /** What was on the clipboard since the box was opened, the latest first. */
  const copied = [await vscode.env.clipboard.readText()];
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  const list = changingList<BoxItem>(
    vscode.l10n.t('Add Paper'),
    vscode.l10n.t('DOI, arXiv id, ISBN, PMID, address, title, references, BibTeX, RIS …'),
  );
  list.ignoreFocusOut = true;
  const rows = [
    ...unfound.map((each) => item([each.text], wantedLabel(each.text, wantedPapers(each.text)), each.reason, [each])),
    ...tryAgain(unfound),
  ];
  const here = [
    { text: selected, from: vscode.l10n.t('Selected Text') },
    { text: copied[0], from: vscode.l10n.t('Clipboard') },
  ];
  const offers = distinctOffers(here, unfound).flatMap(offer);
  const offered = isAgain ? [...rows, ...offers] : [...offers, ...rows];
  /** What of the unfound stands in the box. */
  let edited: Unfound | undefined;
  const show = (value: string) => {
    const typed = withLineBreaks(value, [edited?.text ?? '', ...copied]);
    const from = edited ? [edited] : [];
    if (value.trim() === '') edited = undefined;
    list.items = value.trim() === '' ? offered : [asked(typed, from)];
  };
  show('');
  let before = '';
  let reading: Promise<void> | undefined;
  list.onDidChangeValue((value) => {
    show(value);
    if (isPasted(before, value)) reading = rereadClipboard(copied).then(() => show(list.value));
    before = value;
  });
  return new Promise((resolve) => {
    list.onDidAccept(async () => {
      // What was pasted may just be on its way.
      await reading;
      // Whoever presses Enter soon after the last letter means what is typed, not the row that was active before.
      const isOffered = list.value.trim() === '' && list.activeItems.length > 0;
      const [chosen] = isOffered ? list.activeItems : list.items;
      const [one, ...others] = chosen?.from ?? [];
      if (one && others.length === 0 && list.value === '') {
        edited = one;
        list.value = before = inOneLine(one.text);
        show(list.value);
        return;
      }
      resolve(chosen && { texts: chosen.texts, from: chosen.from ?? [] });
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** Puts what is on the clipboard now before what was there earlier. */
async function rereadClipboard(copied: string[]): Promise<void> {
  const now = await vscode.env.clipboard.readText();
  if (!copied.includes(now)) copied.unshift(now);
}

/** What was not found may be found when the machine is online again. */
function tryAgain(unfound: readonly Unfound[]): BoxItem[] {
  if (unfound.length < 2) return [];
  const texts = unfound.map((each) => each.text);
  return [
    item(
      texts,
      vscode.l10n.t('Look All of These Up Again'),
      vscode.l10n.t('{0} papers', localNumber(unfound.length)),
      unfound,
    ),
  ];
}

function offer({ text, from }: BoxOffer): BoxItem[] {
  const wanted = text.trim() === '' ? [] : wantedPapers(text);
  // A text of many titles is more likely something else that was copied.
  const isSure = wanted.some((paper) => ('entry' in paper || paper.identifier) ?? paper.description?.authors);
  return isSure ? [item([text], `${from}: ${wantedLabel(text, wanted)}`, summary(wanted))] : [];
}

/** What stands in the box. */
function asked(text: string, from: readonly Unfound[]): BoxItem {
  const wanted = wantedPapers(text);
  return item([text], wantedLabel(text, wanted), summary(wanted), from);
}

function item(texts: readonly string[], label: string, detail: string, from: readonly Unfound[] = []): BoxItem {
  return inertItem({ texts, label, detail, from, alwaysShow: true });
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What a text asks for: `DOI 10.1/x`, or how many papers. */
function summary(wanted: readonly WantedPaper[]): string {
  if (wanted.length !== 1) return vscode.l10n.t('{0} papers', localNumber(wanted.length));
  const [paper] = wanted;
  if ('entry' in paper) return vscode.l10n.t('A paper stated in full: nothing is looked up');
  const { identifier, description } = paper;
  if (identifier) return `${KINDS[identifier.kind]} ${identifier.value}`;
  if (!description) return vscode.l10n.t('Nothing that can be looked up');
  return vscode.l10n.t('The paper with the title “{0}”', description.title);
}

const KINDS = {
  doi: 'DOI',
  arxiv: 'arXiv',
  isbn: 'ISBN',
  pmid: 'PMID',
  pmcid: 'PMCID',
  openalex: 'OpenAlex',
  semanticscholar: 'Semantic Scholar',
} as const;
