import * as vscode from 'vscode';
import type { CitationForm } from '../../../citations/syntax';
import { changingList, inertItem } from '../../host/ask';
import { formName } from './citationDetailsSentences';

/** A form in which the citation can be written, with the citation as it then stands in the document. */
export interface FormPreview {
  readonly form: CitationForm;
  readonly text: string;
}

/** What the user is asked about papers to be cited. */
export interface DetailsQuestion {
  /** The papers that it is about. */
  readonly title: string;
  /** Whether the user comes from a list of papers, and goes back to it by Escape. */
  readonly canGoBack: boolean;
  /** The forms of the citation with what is typed, and the form that the typed text itself tells. */
  readonly previews: (typed: string) => { readonly forms: readonly FormPreview[]; readonly told?: CitationForm };
}

/** What the user answered. */
export interface DetailsAnswer {
  readonly typed: string;
  readonly form: CitationForm;
}

/** Asks for details; undefined where the user went back. */
export type AskDetails = (question: DetailsQuestion) => Promise<DetailsAnswer | undefined>;

interface FormItem extends vscode.QuickPickItem {
  readonly form: CitationForm;
}

interface FormButton extends vscode.QuickInputButton {
  readonly form: CitationForm;
}

const ICONS: Record<CitationForm, string> = {
  parenthetical: 'symbol-parameter',
  narrative: 'symbol-string',
  year: 'calendar',
  author: 'person',
  footnote: 'note',
  nocite: 'eye-closed',
};

/**
 * Asks for all details in one field. The rows below show the citation as it would be written, in each form of the document's
 * syntax; the arrow keys and the buttons choose one of them.
 */
export const askInOneField: AskDetails = (question) =>
  new Promise((resolve) => {
    const field = changingList<FormItem>(
      question.title,
      vscode.l10n.t('see / pp. 3-5 / and passim   or   [see @, p. 3]'),
    );
    field.ignoreFocusOut = true;
    let told: CitationForm | undefined;
    const show = () => {
      const previews = question.previews(field.value);
      // The form that is typed counts when it is typed; after that the user may choose another.
      const wanted = previews.told === told ? field.activeItems.at(0)?.form : previews.told;
      told = previews.told;
      showForms(field, question, previews.forms, wanted);
    };
    field.onDidChangeValue(show);
    field.onDidTriggerButton((button) => {
      if (isFormButton(button)) activate(field, button.form);
      else field.hide();
    });
    field.onDidAccept(() => {
      const form = field.activeItems.at(0)?.form ?? field.items.at(0)?.form;
      resolve(form && { typed: field.value, form });
      field.hide();
    });
    field.onDidHide(() => {
      resolve(undefined);
      field.dispose();
    });
    show();
    field.show();
  });

function showForms(
  field: vscode.QuickPick<FormItem>,
  { canGoBack }: DetailsQuestion,
  forms: readonly FormPreview[],
  wanted: CitationForm | undefined,
): void {
  field.items = forms.map(({ form, text }) =>
    inertItem({ form, label: text, description: formName(form), alwaysShow: true }),
  );
  activate(field, wanted);
  const buttons = forms.length > 1 ? forms.map(({ form }) => formButton(form)) : [];
  field.buttons = canGoBack ? [vscode.QuickInputButtons.Back, ...buttons] : buttons;
}

/** Marks the row of a form, or the first row where that form has none. */
function activate(field: vscode.QuickPick<FormItem>, wanted: CitationForm | undefined): void {
  const item = field.items.find(({ form }) => form === wanted) ?? field.items.at(0);
  field.activeItems = item ? [item] : [];
}

function formButton(form: CitationForm): FormButton {
  return { form, iconPath: new vscode.ThemeIcon(ICONS[form]), tooltip: formName(form) };
}

function isFormButton(button: vscode.QuickInputButton): button is FormButton {
  return 'form' in button;
}
